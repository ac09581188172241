package org.facedesk.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.facedesk.desktop.ui.Dialogs.Question;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init") // each test opens a stage first
class OverlayDialogsTest {
  private final FxRobot robot = new FxRobot();
  private final List<String> answers = new ArrayList<>();
  private TextField below;
  private OverlayDialogs dialogs;
  private Scene scene;

  @BeforeEach
  void open() throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(() -> {
      below = new TextField();
      StackPane layer = new StackPane();
      VBox screen = new VBox(below, new Button("behind"));
      dialogs = new OverlayDialogs(layer, screen, () -> Texts.of(Locale.ENGLISH));
      scene = new Scene(new StackPane(screen, layer), 700, 500);
      stage.setScene(scene);
      stage.show();
      below.requestFocus();
    });
  }

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupStages();
  }

  private void ask(Question question) {
    robot.interact(() -> dialogs.ask(question, answers::add));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Question erase() {
    return new Question("Erase?", "Everything of this person is removed.", "Erase");
  }

  private Node focused() {
    return scene.getFocusOwner();
  }

  @Test
  void wordsThatWrapDoNotPushTheButtonsOutOfSight() {
    robot.interact(
        () -> scene.getStylesheets().add(Views.stylesheet(FacedeskWindow.class, "shell.css")));
    ask(new Question("Erase?", "Everything of this person is removed. ".repeat(4), "Erase"));
    Bounds button = inScene(OnFx.find(scene, "#dialog-agree", Node.class));
    assertThat(button.getMaxY())
        .isLessThan(inScene(OnFx.find(scene, ".dialog-scroll", Node.class)).getMaxY() + 1);
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void enterAgreesAndTheFocusIsWhereItWas() {
    ask(erase());
    robot.type(KeyCode.ENTER);
    assertThat(answers).containsExactly("");
    assertThat(dialogs.open()).isFalse();
    assertThat(focused()).isEqualTo(below);
  }

  @Test
  void escapeDeclines() {
    ask(erase());
    robot.type(KeyCode.ESCAPE);
    assertThat(answers).isEmpty();
    assertThat(dialogs.open()).isFalse();
  }

  @Test
  void whatCannotBeUndoneIsNotAgreedToByEnter() {
    ask(erase().asGrave());
    assertThat(focused().getId()).isEqualTo("dialog-decline");
    robot.type(KeyCode.SPACE);
    assertThat(answers).isEmpty();
    assertThat(dialogs.open()).isFalse();
  }

  @Test
  void aReasonThatIsAskedForHasToBeGiven() {
    ask(erase().withReason("Reason", 100));
    assertThat(OnFx.find(scene, "#dialog-agree", Button.class).isDisabled()).isTrue();
    robot.write("at her own wish");
    assertThat(OnFx.find(scene, "#dialog-agree", Button.class).isDisabled()).isFalse();
    robot.type(KeyCode.TAB, 2);
    robot.type(KeyCode.SPACE);
    assertThat(answers).containsExactly("at her own wish");
  }

  @Test
  void theTabKeyStaysInTheDialog() {
    ask(erase());
    for (int i = 0; i < 4; i++) {
      robot.type(KeyCode.TAB);
      assertThat(focused().getId()).startsWith("dialog-");
    }
  }
}
