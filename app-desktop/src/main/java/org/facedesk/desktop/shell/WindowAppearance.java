package org.facedesk.desktop.shell;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import org.facedesk.desktop.ui.Appearance;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.jspecify.annotations.Nullable;

/** Theme and language in use; the toolkit's style sheet follows the theme. */
final class WindowAppearance implements Appearance {
  private final Consumer<Texts> rebuild;
  private final Runnable themed;
  private Theme theme;
  private Texts texts;

  /**
   * @param theme null for the desktop's
   * @param rebuild called after the language changed
   * @param themed called after the theme changed
   */
  WindowAppearance(
      @Nullable Theme theme, Locale language, Consumer<Texts> rebuild, Runnable themed) {
    this.theme = theme == null ? systemTheme() : theme;
    this.texts = Texts.of(spoken(language));
    this.rebuild = rebuild;
    this.themed = themed;
    Application.setUserAgentStylesheet(this.theme.stylesheet());
  }

  Texts texts() {
    return texts;
  }

  @Override
  public Theme theme() {
    return theme;
  }

  @Override
  public void use(Theme next) {
    theme = next;
    Application.setUserAgentStylesheet(next.stylesheet());
    themed.run();
  }

  @Override
  public void useDesktops() {
    use(systemTheme());
  }

  @Override
  public Locale language() {
    return texts.locale();
  }

  @Override
  public void speak(Locale language) {
    if (!language.equals(texts.locale())) {
      texts = Texts.of(language);
      rebuild.accept(texts);
    }
  }

  /** The language as it is, with its country's dates and numbers, if the window speaks it. */
  private static Locale spoken(Locale language) {
    return Texts.LANGUAGES.stream()
            .anyMatch(known -> known.getLanguage().equals(language.getLanguage()))
        ? language
        : Locale.ENGLISH;
  }

  private static Theme systemTheme() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK
        ? Theme.DARK
        : Theme.LIGHT;
  }
}
