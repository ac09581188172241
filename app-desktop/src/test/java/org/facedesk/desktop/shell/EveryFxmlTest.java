package org.facedesk.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What holds for every FXML file, whoever wrote it. */
class EveryFxmlTest {
  static Stream<Fxml> files() {
    return Fxml.all().stream();
  }

  static Stream<Arguments> filesLanguagesThemes() {
    return files()
        .flatMap(file ->
            Texts.LANGUAGES.stream()
                .flatMap(language ->
                    Stream.of(Theme.values()).map(theme -> Arguments.of(file, language, theme))));
  }

  static Stream<Arguments> filesThemes() {
    return files()
        .flatMap(file -> Stream.of(Theme.values()).map(theme -> Arguments.of(file, theme)));
  }

  @BeforeAll
  static void toolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @MethodSource("filesLanguagesThemes")
  void loadsInEveryLanguageAndTheme(Fxml file, Locale language, Theme theme) {
    List<String> faults =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              List<String> found = new ArrayList<>();
              ListChangeListener<CssParser.ParseError> watch =
                  change -> change.getList().forEach(fault -> found.add(fault.getMessage()));
              CssParser.errorsProperty().addListener(watch);
              try {
                Parent root = shown(file, language, theme);
                assertThat(root.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT)
                    .isEqualTo(language.getLanguage().equals("ar"));
                return found;
              } finally {
                CssParser.errorsProperty().removeListener(watch);
              }
            });
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyControlHasAName(Fxml file) {
    Set<String> nameless =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              Parent root = file.load(Texts.of(Locale.ENGLISH));
              Set<Node> labelled = new java.util.HashSet<>();
              List<Node> all = within(root);
              for (Node node : all) {
                if (node instanceof Label label && label.getLabelFor() != null) {
                  labelled.add(label.getLabelFor());
                }
              }
              Set<String> found = new TreeSet<>();
              for (Node node : all) {
                if (needsName(node) && !labelled.contains(node) && nameOf(node).isBlank()) {
                  found.add(node.getTypeSelector() + " " + node.getId());
                }
              }
              return found;
            });
    assertThat(nameless).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("filesThemes")
  void wordsStandOutFromWhatIsBehindThem(Fxml file, Theme theme) {
    Set<String> faint =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000, () -> Contrast.tooLow(shown(file, Locale.ENGLISH, theme)));
    assertThat(faint).isEmpty();
  }

  @Test
  void aFaintWordIsFound() {
    Set<String> faint =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              Label word = new Label("faint");
              word.setStyle("-fx-text-fill: #777777; -fx-background-color: white");
              StackPane root = new StackPane(word);
              new Scene(root, 100, 100);
              root.applyCss();
              return Contrast.tooLow(root);
            });
    assertThat(faint).isNotEmpty();
  }

  private static Parent shown(Fxml file, Locale language, Theme theme) {
    Application.setUserAgentStylesheet(theme.stylesheet());
    Texts texts = Texts.of(language);
    Parent root = file.load(texts);
    StackPane window = new StackPane(root);
    window.getStyleClass().add("window");
    window.setNodeOrientation(
        texts.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    Scene scene = new Scene(window, 1100, 700);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return root;
  }

  /** Everything in a file: graphics and what scroll and split panes hold, before any skin. */
  static List<Node> within(Node node) {
    List<Node> all = new ArrayList<>();
    collect(node, all);
    return all;
  }

  private static void collect(Node node, List<Node> all) {
    all.add(node);
    switch (node) {
      case ScrollPane pane when pane.getContent() != null -> collect(pane.getContent(), all);
      case SplitPane pane -> pane.getItems().forEach(item -> collect(item, all));
      case TabPane pane ->
          pane.getTabs()
              .forEach(tab -> {
                if (tab.getContent() != null) {
                  collect(tab.getContent(), all);
                }
              });
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
      default -> {}
    }
  }

  private static boolean needsName(Node node) {
    return node instanceof Control
        && !(node instanceof Label
            || node instanceof ScrollPane
            || node instanceof SplitPane
            || node instanceof TabPane
            || node instanceof Separator
            || node instanceof ProgressBar);
  }

  private static String nameOf(Node node) {
    String spoken = node.getAccessibleText() == null ? "" : node.getAccessibleText();
    String written =
        node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    return spoken + written;
  }
}
