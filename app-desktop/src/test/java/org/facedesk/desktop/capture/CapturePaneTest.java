package org.facedesk.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.facedesk.desktop.controls.ChecklistRow;
import org.facedesk.desktop.shell.FacedeskWindow;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.desktop.ui.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

/** What is measured can be read at the narrowest, in every language, also what is in bold type. */
class CapturePaneTest {
  /** The side's 420, without its padding, its border and the bar of a small window. */
  private static final double NARROWEST = 364;

  static Stream<Locale> languages() {
    return Texts.LANGUAGES.stream();
  }

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupStages();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noNameIsCutOff(Locale language) throws TimeoutException {
    Scene scene = open(Texts.of(language));
    List<String> cut =
        OnFx.read(() -> {
          for (Node row : scene.getRoot().lookupAll(".checklist-row")) {
            ((ChecklistRow) row).show(Tone.ADVICE, "needs attention");
          }
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          List<String> shortened = new ArrayList<>();
          for (Node node : scene.getRoot().lookupAll(".label")) {
            if (node instanceof Label label
                && label.lookup(".text") instanceof Text words
                && !words.getText().equals(label.getText())) {
              shortened.add(words.getText());
            }
          }
          return shortened;
        });
    assertThat(cut).isEmpty();
  }

  private static Scene open(Texts texts) throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    return FxToolkit.setupFixture(() -> {
      Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
      CapturePane pane = new CapturePane(new FakeDesk().model(), texts);
      Parent root =
          Views.load(CapturePane.class, "CapturePane.fxml", texts, Map.of(CapturePane.class, pane));
      Scene scene = new Scene(root, NARROWEST, 640);
      scene.getStylesheets().add(Views.stylesheet(ChecklistRow.class, "controls.css"));
      scene.getStylesheets().add(Views.stylesheet(FacedeskWindow.class, "shell.css"));
      scene.getStylesheets().add(Views.stylesheet(CapturePane.class, "capture.css"));
      stage.setScene(scene);
      stage.show();
      return scene;
    });
  }
}
