package org.facedesk.desktop.launch;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Operates the window: presses keys, waits until something is seen, takes pictures. Called from a
 * thread that is not the UI's.
 */
final class Operating {
  private static final int PATIENCE_SECONDS = 120;
  private static final int LOOK_MILLIS = 20;
  private static final int PULSES = 3;

  private final Stage stage;
  private final Locale language;
  private final Texts texts;
  private final List<Theme> themes;
  private final Path out;

  Operating(Stage stage, Locale language, List<Theme> themes, Path out) {
    this.stage = stage;
    this.language = language;
    this.texts = Texts.of(language);
    this.themes = themes;
    this.out = out;
  }

  Texts texts() {
    return texts;
  }

  // ==== waiting ====

  void await(String what, Callable<Boolean> condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!onUi(condition)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "the window did not come to: %s (%s)"
                .formatted(what, onUi(() -> Objects.toString(stage.getTitle()))));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    pulses();
  }

  void awaitTitle(String key) throws InterruptedException {
    await(key, () -> texts.get(key).equals(stage.getTitle()));
  }

  void awaitSeen(String query) throws InterruptedException {
    await(query, () -> seen(find(query)));
  }

  void awaitFocus(String query) throws InterruptedException {
    await(
        "focus on " + query,
        () -> {
          Node node = find(query);
          return node != null && node.isFocused();
        });
  }

  void awaitGone(String query) throws InterruptedException {
    await("the end of " + query, () -> !seen(find(query)));
  }

  // ==== acting ====

  void key(KeyCode... together) throws InterruptedException {
    onUi(() -> {
      Robot robot = new Robot();
      for (KeyCode each : together) {
        robot.keyPress(each);
      }
      for (int i = together.length - 1; i >= 0; i--) {
        robot.keyRelease(together[i]);
      }
      return together;
    });
    pulses();
  }

  /** To a screen, by its key. */
  void go(KeyCode digit, String entry) throws InterruptedException {
    key(KeyCode.CONTROL, digit);
    String title = texts.get("title.place", texts.get(entry));
    await(entry, () -> title.equals(stage.getTitle()));
  }

  void write(String query, String text) throws InterruptedException {
    awaitSeen(query);
    onUi(() -> {
      TextInputControl field = (TextInputControl) Objects.requireNonNull(find(query));
      field.setText(text);
      field.home(); // what does not fit in is cut at its end
      return field;
    });
    pulses();
  }

  void fire(String query) throws InterruptedException {
    await(query, () -> seen(find(query)) && !Objects.requireNonNull(find(query)).isDisabled());
    onUi(() -> {
      ((ButtonBase) Objects.requireNonNull(find(query))).fire();
      return query;
    });
    pulses();
  }

  <T extends Node> T get(String query, Class<T> type) {
    return type.cast(Objects.requireNonNull(find(query), query));
  }

  /** Of several nodes of this name the one that is seen; screens have parts that take turns. */
  @Nullable Node find(String query) {
    Scene scene = stage.getScene();
    List<Node> all = List.copyOf(scene.getRoot().lookupAll(query));
    return all.stream()
        .filter(Operating::seen)
        .findFirst()
        .orElse(all.isEmpty() ? null : all.getFirst());
  }

  static boolean seen(@Nullable Node node) {
    if (node == null || node.getScene() == null) {
      return false;
    }
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  // ==== pictures ====

  /** Takes the picture of the window in every theme. */
  void picture(String name) throws InterruptedException {
    for (Theme theme : themes) {
      wear(theme);
      String ending =
          (theme == Theme.DARK ? "-dark" : "")
              + (language.equals(Locale.ENGLISH) ? "" : "-" + language.getLanguage());
      save(onUi(() -> stage.getScene().snapshot(null)), name + ending);
    }
    wear(themes.getFirst());
  }

  /** By the button where there is one: below a cover or a dialog it cannot be pressed. */
  private void wear(Theme theme) throws InterruptedException {
    onUi(() -> {
      Node button = find("#theme");
      boolean worn = theme.stylesheet().equals(Application.getUserAgentStylesheet());
      if (!worn && button instanceof Button pressed && seen(pressed) && !pressed.isDisabled()) {
        pressed.fire();
      } else if (!worn) {
        Application.setUserAgentStylesheet(theme.stylesheet());
      }
      return theme;
    });
    pulses();
  }

  private void save(WritableImage picture, String name) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      ImageIO.write(image, "png", out.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println(name);
  }

  // ==== the UI thread ====

  private void pulses() throws InterruptedException {
    for (int i = 0; i < PULSES; i++) {
      FutureTask<Boolean> pulse = new FutureTask<>(() -> true);
      Platform.runLater(() -> {
        stage.getScene().addPostLayoutPulseListener(new Once(stage.getScene(), pulse));
        Platform.requestNextPulse();
      });
      result(pulse);
    }
  }

  /** Removes itself after the pulse it was waiting for. */
  private record Once(Scene scene, FutureTask<Boolean> pulse) implements Runnable {
    @Override
    public void run() {
      Platform.runLater(() -> scene.removePostLayoutPulseListener(this));
      pulse.run();
    }
  }

  static <T> T onUi(Callable<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return result(task);
  }

  private static <T> T result(FutureTask<T> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
