package org.facedesk.desktop.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Role;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.desktop.capture.CaptureModel;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.capture.Pictures;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The screen as an operator meets it: keys go in, verdicts come out. */
class CheckViewTest {
  private final FakeDesk desk = new FakeDesk();
  private final ExecutorService work = Executors.newSingleThreadExecutor();
  private final Texts texts = Texts.of(Locale.ENGLISH);
  private final FxRobot robot = new FxRobot();
  private Scene scene;

  @BeforeEach
  void open() throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    scene =
        FxToolkit.setupFixture(() -> {
          Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
          Background background = new Background(work, Platform::runLater);
          CaptureModel capture = new CaptureModel(desk.services(), background);
          CheckView view =
              new CheckView(
                  new CheckViewModel(capture, background),
                  (role, question, granted) ->
                      granted.accept(Actor.operator(UUID.randomUUID(), Role.SUPERVISOR), ""),
                  texts);
          Scene made = new Scene(view.root(), 980, 900);
          made.addEventFilter(KeyEvent.KEY_PRESSED, view::pressed);
          made.addEventFilter(KeyEvent.KEY_RELEASED, view::released);
          stage.setScene(made);
          stage.show();
          view.shown();
          capture.open(new SourceSpec.Device("0"));
          return made;
        });
    desk.sessions.answer(
        frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.BLINK, 0, 0, 1, 0));
    OnFx.await(() -> find("#start", Button.class).isVisible());
    OnFx.await(() -> !find("#start", Button.class).isDisabled());
  }

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupStages();
    work.shutdown();
  }

  @Test
  void onePersonAfterTheOtherIsVerifiedWithTheKeyboardAlone() {
    OnFx.await(() -> find("#checkId", TextField.class).isFocused());
    robot.write("E-1024");
    robot.type(KeyCode.ENTER);
    OnFx.await(() -> !desk.sessions.authentications.isEmpty());
    end(
        new Outcome.Authenticated(
            FakeDesk.summary(), UUID.randomUUID(), "E-1024", null, 0.998, FakeDesk.START));
    OnFx.await(
        () -> find("#verdictTitle", Label.class).getText().equals(texts.get("check.verified")));
    assertThat(find("#confidence", Label.class).getText()).isEqualTo("99.8%");
    OnFx.await(() -> find("#go", Button.class).isFocused());
    robot.type(KeyCode.SPACE);
    OnFx.await(() -> find("#checkId", TextField.class).isFocused());
    assertThat(find("#checkId", TextField.class).getText()).isEmpty();
  }

  @Test
  void anUnknownPersonIsToldSoWithTheReason() {
    WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> find("#identify", ToggleButton.class).setSelected(true));
    OnFx.await(() -> find("#start", Button.class).isFocused());
    robot.type(KeyCode.SPACE);
    OnFx.await(() -> !desk.sessions.authentications.isEmpty());
    end(new Outcome.NotAuthenticated(FakeDesk.summary(), Outcome.Reason.UNKNOWN_PERSON, 0.12));
    OnFx.await(
        () -> find("#verdictTitle", Label.class).getText().equals(texts.get("check.unknown")));
    assertThat(find("#why", Label.class).getText())
        .contains(texts.get("reason.UNKNOWN_PERSON"), texts.get("reason.remedy.UNKNOWN_PERSON"));
  }

  @Test
  void whoDidNotBlinkInTimeIsNotCalledSomebodyElse() {
    OnFx.await(() -> find("#checkId", TextField.class).isFocused());
    robot.write("E-1024");
    robot.type(KeyCode.ENTER);
    OnFx.await(() -> !desk.sessions.authentications.isEmpty());
    end(new Outcome.NotAuthenticated(FakeDesk.summary(), Outcome.Reason.LIVENESS_NOT_PROVEN, null));
    OnFx.await(
        () -> find("#verdictTitle", Label.class).getText().equals(texts.get("check.undecided")));
  }

  @Test
  void aSupervisorUnlocksSomebodyWhoIsLocked() {
    desk.sessions.refuse(ErrorCode.USER_LOCKED);
    OnFx.await(() -> find("#checkId", TextField.class).isFocused());
    robot.write("E-1024");
    robot.type(KeyCode.ENTER);
    OnFx.await(() -> find("#unlock", Button.class).isVisible());
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> find("#unlock", Button.class).fire());
    OnFx.await(
        () -> find("#verdictTitle", Label.class).getText().equals(texts.get("check.unlocked")));
    assertThat(desk.unlocked).containsExactly("E-1024");
  }

  private void end(Outcome outcome) {
    desk.sessions.answer(frame -> outcome);
    OnFx.await(() -> desk.feeds.present().analyses.size() > 1);
    desk.feeds.present().frame(Pictures.face(0, 0));
  }

  private <T extends Node> T find(String query, Class<T> type) {
    return OnFx.find(scene, query, type);
  }
}
