package org.facedesk.desktop.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Role;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.desktop.capture.CaptureModel;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.capture.Pictures;
import org.facedesk.desktop.controls.ChecklistRow;
import org.facedesk.desktop.controls.PortraitView;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.desktop.ui.Vouching;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Review;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The screen as an operator meets it: keys go in, words and pictures come out. */
class EnrollViewTest {
  private final FakeDesk desk = new FakeDesk();
  private final ExecutorService work = Executors.newSingleThreadExecutor();
  private final Texts texts = Texts.of(Locale.ENGLISH);
  private final FxRobot robot = new FxRobot();
  private final Actor supervisor = Actor.operator(UUID.randomUUID(), Role.SUPERVISOR);
  private final Vouching vouching =
      (role, question, granted) -> granted.accept(supervisor, "seen by a supervisor");
  @TempDir private Path folder;
  private Path saveTo = Path.of("receipt.pdf");
  private @Nullable Path photo;
  private Scene scene;

  @BeforeEach
  void open() throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    scene =
        FxToolkit.setupFixture(() -> {
          Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
          CaptureModel capture =
              new CaptureModel(desk.services(), new Background(work, Platform::runLater));
          EnrollViewModel model =
              new EnrollViewModel(
                  FakeWindow.services(), capture, new Background(work, Platform::runLater));
          EnrollView view =
              new EnrollView(
                  model,
                  FakeWindow.surroundings(vouching, new Picker()),
                  page -> ReceiptPrinter.Printing.NOT_SENT,
                  texts);
          Scene made = new Scene(view.root(), 980, 900);
          made.addEventFilter(KeyEvent.KEY_PRESSED, view::pressed);
          made.addEventFilter(KeyEvent.KEY_RELEASED, view::released);
          stage.setScene(made);
          stage.show();
          capture.open(new SourceSpec.Device("0"));
          return made;
        });
    OnFx.await(() -> !desk.feeds.opened.isEmpty());
    OnFx.await(() -> !find("#absent", Node.class).isVisible());
  }

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupStages();
    work.shutdown();
  }

  @Test
  void anOperatorEnrollsAPersonWithTheKeyboardAlone() {
    sayWho();
    desk.feeds.present().frame(Pictures.face(0, 0));
    awaitPrompt("prompt.ready");

    desk.sessions.answer(
        frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.BLINK, 0, 0, 1, 0));
    robot.type(KeyCode.SPACE);
    OnFx.await(() -> !desk.sessions.requests.isEmpty());
    awaitPrompt("prompt.starting");
    desk.feeds.present().frame(Pictures.face(100, 0));
    awaitPrompt("guidance.BLINK");

    desk.sessions.answer(
        frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.TURN_HEAD, 1, 0, 2, 1));
    desk.feeds.present().frame(Pictures.face(200, 0));
    awaitPrompt("guidance.TURN_HEAD");
    assertThat(OnFx.read(() -> robot.lookup(".checklist-row").queryAllAs(ChecklistRow.class)))
        .extracting(Node::getAccessibleText)
        .contains("Blink: done", "Head movement: to do now");

    desk.sessions.answer(frame -> FakeDesk.pending());
    desk.feeds.present().frame(Pictures.face(300, 0));
    awaitPrompt("enroll.prompt.review");
    assertThat(visible(".portrait")).isEqualTo(3);
    robot.type(KeyCode.SPACE);
    awaitPrompt("prompt.enrolled");
    assertThat(find("#title", Label.class).getText()).isEqualTo("Enrolled");

    robot.type(KeyCode.SPACE);
    OnFx.await(() -> find("#userId", TextField.class).isFocused());
    assertThat(find("#userId", TextField.class).getText()).isEmpty();
  }

  @Test
  void aRefusalSaysWhyAndWhatToDo() {
    startCapture();
    desk.sessions.answer(frame -> FakeDesk.refused(Outcome.Reason.REPLAY_DETECTED));
    desk.feeds.present().frame(Pictures.face(100, 0));
    awaitPrompt("reason.REPLAY_DETECTED");
    assertThat(find("#remedy", Label.class).getText())
        .isEqualTo(texts.get("reason.remedy.REPLAY_DETECTED"));
  }

  @Test
  void afterARefusalNAsksForTheNextPerson() {
    startCapture();
    desk.sessions.answer(frame -> FakeDesk.refused(Outcome.Reason.REPLAY_DETECTED));
    desk.feeds.present().frame(Pictures.face(100, 0));
    awaitPrompt("reason.REPLAY_DETECTED");
    assertThat(find("#other", Button.class).isVisible()).isTrue();
    robot.type(KeyCode.N);
    OnFx.await(() -> find("#userId", TextField.class).isFocused());
    assertThat(find("#userId", TextField.class).getText()).isEmpty();
    assertThat(find("#agree", CheckBox.class).isSelected()).isFalse();
  }

  @Test
  void aReceiptIsSaidToBeSavedOnlyWhenItIs() {
    desk.sessions.reviewed(FakeDesk.review());
    startCapture();
    desk.sessions.answer(frame -> FakeDesk.pending());
    desk.feeds.present().frame(Pictures.face(100, 0));
    awaitPrompt("enroll.prompt.review");
    robot.type(KeyCode.SPACE);
    awaitPrompt("prompt.enrolled");

    saveTo = folder.resolve("missing").resolve("receipt.pdf");
    fire("#save");
    OnFx.await(() -> robot.lookup(texts.get("error.FILE_UNWRITABLE")).tryQuery().isPresent());
    assertThat(find("#receiptDone", Label.class).getText()).isEmpty();

    saveTo = folder.resolve("receipt.pdf");
    fire("#save");
    OnFx.await(() -> find("#receiptDone", Label.class).getText().contains("receipt.pdf"));
    assertThat(saveTo).exists();
  }

  @Test
  void theWorstQualityIsExplainedInWords() {
    desk.sees(frame -> Pictures.seen(frame, 0, 95, Map.of(QualityComponent.UNDER_EXPOSURE, 5)));
    sayWho();
    desk.feeds.present().frame(Pictures.face(0, 0));
    awaitPrompt("guidance.MORE_LIGHT");
    assertThat(find("#worst", Label.class).getText()).isEqualTo(texts.get("why.UNDER_EXPOSURE"));
  }

  @Test
  void aSpaceInANameIsASpace() {
    robot.write("E-1024");
    robot.type(KeyCode.TAB);
    robot.write("Ada Lovelace");
    assertThat(find("#name", TextField.class).getText()).isEqualTo("Ada Lovelace");
    assertThat(desk.sessions.requests).isEmpty();
  }

  @Test
  void whileAPersonStandsThereNoButtonHasTheFocus() {
    startCapture();
    OnFx.await(() -> find("#retake", Button.class).isVisible());
    assertThat(scene.getFocusOwner()).isNotInstanceOf(ButtonBase.class);
    robot.type(KeyCode.ESCAPE);
    OnFx.await(() -> find("#start", Button.class).isFocused());
  }

  @Test
  void escapeStopsACapture() {
    startCapture();
    robot.type(KeyCode.ESCAPE);
    OnFx.await(() -> desk.sessions.cancelled.size() == 1);
    OnFx.await(() -> find("#start", Button.class).isVisible());
  }

  @Test
  void aFaultCanBeCopiedForTheAdministrator() {
    desk.sessions.refuse(ErrorCode.STORE_UNAVAILABLE);
    sayWho();
    robot.type(KeyCode.SPACE);
    OnFx.await(() -> find("#fault-copy", Button.class).isVisible());
    OnFx.await(() -> robot.lookup(texts.get("error.STORE_UNAVAILABLE")).tryQuery().isPresent());
    robot.clickOn("#fault-copy");
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).contains("STORE_UNAVAILABLE");
  }

  @Test
  void withoutACameraItOffersThePracticeCamera() {
    sayWho();
    desk.feeds.present().lose();
    OnFx.await(() -> find("#absent", Node.class).isVisible());
    assertThat(find("#absentRemedy", Label.class).getText())
        .contains(texts.get("remedy.CAMERA_UNAVAILABLE"));
    robot.clickOn("#practice");
    OnFx.await(() -> find("#practiceBand", Node.class).isVisible());
    OnFx.await(() -> find("#source", Label.class).isVisible());
    assertThat(find("#source", Label.class).getText()).isEqualTo("Practice camera");
  }

  @Test
  void theNewestFrameIsShownMirrored() {
    desk.feeds.present().frame(Pictures.face(0, 0));
    desk.feeds.present().frame(Pictures.face(40, 10));
    OnFx.await(() -> preview().getImage() != null);
    assertThat(preview().getScaleX()).isEqualTo(-1);
    assertThat(preview().getImage().getWidth()).isEqualTo(Pictures.WIDTH);
  }

  @Test
  void aSupervisorDecidesAboutADuplicateWithAReason() {
    desk.sessions.reviewed(
        FakeDesk.review(new Review.Lookalike(desk.lookalike("E-7"), 0.31, 0.97)));
    startCapture();
    desk.sessions.answer(frame -> FakeDesk.pending());
    desk.feeds.present().frame(Pictures.face(100, 0));
    awaitPrompt("enroll.prompt.supervisor");
    assertThat(find("#confirm", Button.class).isDisabled()).isTrue();
    assertThat(find("#reviewKeys", Label.class).getText())
        .isEqualTo("R to start again, Esc to go back");
    assertThat(OnFx.read(() -> robot.lookup(".lookalike").tryQuery())).isEmpty();
    fire("#call");
    OnFx.await(() -> robot.lookup(".lookalike").tryQuery().isPresent());
    assertThat(find("#accept", Button.class).isDisabled()).isTrue();
    WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> find("#reviewReason", TextField.class).setText("Twins, papers seen"));
    fire("#accept");
    awaitPrompt("prompt.enrolled");
    assertThat(desk.sessions.confirmations.getFirst().others()).hasSize(1);
  }

  @Test
  void theOldPhotoLiesBesideThePicturesItIsComparedWith() throws IOException {
    photo = Files.write(folder.resolve("passport.jpg"), new byte[] {1});
    robot.write("E-1024");
    fire("#photoChoose");
    OnFx.await(() -> find("#photoRemove", Node.class).isVisible());
    robot.type(KeyCode.ENTER);
    OnFx.await(() -> find("#agree", CheckBox.class).isFocused());
    robot.type(KeyCode.SPACE);
    OnFx.await(() -> find("#start", Button.class).isFocused());
    desk.sessions.answer(frame -> FakeDesk.pending());
    robot.type(KeyCode.SPACE);
    awaitPrompt("prompt.starting");
    OnFx.await(() -> !desk.sessions.requests.isEmpty());
    desk.feeds.present().frame(Pictures.face(0, 0));
    awaitPrompt("enroll.prompt.review");
    assertThat(find("#samples", Pane.class).getChildren()).hasSize(4);
    assertThat(find("#reviewPhoto", ImageView.class).getAccessibleText())
        .isEqualTo("Photo of an old document");
    assertThat(find("#practise", Node.class).isVisible()).isFalse();
  }

  @Test
  void practiceIsPlainlyMarkedAndEndsWithAButton() {
    fire("#practise");
    OnFx.await(() -> find("#practiceBand", Node.class).isVisible());
    fire("#endPractice");
    OnFx.await(() -> !find("#practiceBand", Node.class).isVisible());
  }

  @Test
  void theConsentTextIsShownInTheLanguageThatWasChosen() {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> comboBox().setValue("ar"));
    OnFx.await(() -> find("#consentTitle", Label.class).getText().contains("موافقتك"));
  }

  @SuppressWarnings("unchecked") // the box holds language tags
  private ComboBox<String> comboBox() {
    return find("#consentLanguage", ComboBox.class);
  }

  private final class Picker implements FilePicker {
    @Override
    public Optional<Path> open(String title, Kind... kinds) {
      return Optional.ofNullable(photo);
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
      return Optional.of(saveTo);
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }
  }

  private void fire(String button) {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> find(button, Button.class).fire());
  }

  /** The id, and that the person agrees. */
  private void sayWho() {
    robot.write("E-1024");
    robot.type(KeyCode.ENTER);
    OnFx.await(() -> find("#agree", CheckBox.class).isFocused());
    robot.type(KeyCode.SPACE);
    OnFx.await(() -> find("#start", Button.class).isFocused());
  }

  private void startCapture() {
    desk.sessions.answer(
        frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.BLINK, 0, 0, 1, 0));
    sayWho();
    robot.type(KeyCode.SPACE);
    awaitPrompt("prompt.starting");
    OnFx.await(() -> !desk.sessions.requests.isEmpty());
    desk.feeds.present().frame(Pictures.face(0, 0));
    awaitPrompt("guidance.BLINK");
  }

  private ImageView preview() {
    return find(".preview-pane > .image-view", ImageView.class);
  }

  private long visible(String query) {
    return OnFx.read(() ->
        robot.lookup(query).queryAllAs(PortraitView.class).stream()
            .filter(EnrollViewTest::onScreen)
            .count());
  }

  private static boolean onScreen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private <T extends Node> T find(String query, Class<T> type) {
    return OnFx.find(scene, query, type);
  }

  private void awaitPrompt(String key) {
    String expected = texts.get(key);
    OnFx.await(() -> find("#prompt", Label.class).getText().equals(expected));
  }
}
