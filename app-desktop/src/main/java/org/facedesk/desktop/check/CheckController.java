package org.facedesk.desktop.check;

import java.util.UUID;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facedesk.admin.Role;
import org.facedesk.desktop.capture.CapturePane;
import org.facedesk.desktop.capture.CaptureScreen;
import org.facedesk.desktop.capture.CaptureScreen.Phase;
import org.facedesk.desktop.capture.CaptureStage;
import org.facedesk.desktop.capture.People;
import org.facedesk.desktop.check.CheckStep.AtCamera;
import org.facedesk.desktop.check.CheckStep.Locked;
import org.facedesk.desktop.check.CheckStep.Recognised;
import org.facedesk.desktop.check.CheckStep.Refused;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.desktop.ui.Vouching;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Draws whom to compare with, the capture, and the verdict. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class CheckController {
  private final CheckViewModel model;
  private final CaptureStage stage;
  private final CapturePane pane;
  private final Vouching vouching;
  private final Texts texts;
  private boolean atCamera;
  private boolean hadPerson;

  @FXML private ToggleGroup modes;
  @FXML private ToggleButton verify;
  @FXML private ToggleButton identify;
  @FXML private VBox camera;
  @FXML private Label checked;
  @FXML private VBox whom;
  @FXML private TextField checkId;
  @FXML private Label checkHint;
  @FXML private Button again;
  @FXML private Button start;
  @FXML private Label keys;
  @FXML private VBox verdict;
  @FXML private HBox verdictBand;
  @FXML private FontIcon verdictIcon;
  @FXML private Label verdictTitle;
  @FXML private Label verdictPerson;
  @FXML private VBox confidenceBox;
  @FXML private Label confidence;
  @FXML private ProgressBar confidenceBar;
  @FXML private Label why;
  @FXML private Button unlock;
  @FXML private Button go;
  @FXML private Label verdictKeys;

  CheckController(
      CheckViewModel model, CaptureStage stage, CapturePane pane, Vouching vouching, Texts texts) {
    this.model = model;
    this.stage = stage;
    this.pane = pane;
    this.vouching = vouching;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    checkId.textProperty().addListener((property, before, text) -> edited(text));
    modes.selectedToggleProperty().addListener((property, before, now) -> chosen(before, now));
  }

  private void edited(String text) {
    if (!text.equals(model.screen().userId())) {
      model.editUserId(text);
    }
  }

  /** A mode stays chosen when it is clicked again. */
  private void chosen(Toggle before, Toggle now) {
    if (now == null) {
      before.setSelected(true);
    } else if (identify.isSelected() != model.screen().identify()) {
      model.identify(identify.isSelected());
      focus();
    }
  }

  @FXML
  void next() {
    model.next();
  }

  @FXML
  void again() {
    model.again();
  }

  @FXML
  void unlock() {
    if (model.screen().step() instanceof Locked(String id, boolean unlocked)) {
      vouching.ask(
          Role.SUPERVISOR,
          new Dialogs.Question(
              texts.get("check.unlock"),
              texts.get("check.unlock.words", id),
              texts.get("check.unlock")),
          (supervisor, reason) -> model.unlock(supervisor));
    }
  }

  void draw(CheckScreen screen) {
    CaptureScreen capture = screen.capture();
    boolean here = screen.step() instanceof AtCamera;
    stage.draw(capture, screen.prompt(), here);
    show(camera, here);
    show(verdict, !here);
    identify.setSelected(screen.identify());
    verify.setSelected(!screen.identify());
    verify.setDisable(capture.phase() != Phase.IDLE);
    identify.setDisable(capture.phase() != Phase.IDLE);
    boolean came = here && !atCamera;
    atCamera = here;
    if (screen.step() instanceof AtCamera(boolean invalid)) {
      drawCamera(screen, invalid);
      boolean cleared = hadPerson && screen.userId().isEmpty();
      if (came || cleared) {
        focus();
      }
      hadPerson = false;
    } else {
      drawVerdict(screen);
      if (!hadPerson) {
        Platform.runLater(go::requestFocus);
      }
      hadPerson = true;
    }
  }

  private void focus() {
    boolean search = model.screen().identify();
    Platform.runLater(
        () -> (!search ? checkId : start.isDisabled() ? camera : start).requestFocus());
  }

  private void drawCamera(CheckScreen screen, boolean invalid) {
    CaptureScreen capture = screen.capture();
    pane.draw(capture);
    boolean running = capture.phase() != Phase.IDLE;
    boolean waits = running || !capture.ready();
    if ((waits && start.isFocused()) || (running && checkId.isFocused())) {
      camera.requestFocus(); // or the toolkit gives the focus, and with it Space, to some button
    }
    show(whom, !screen.identify() && !running);
    show(checked, !screen.identify() && running);
    checked.setText(screen.userId().strip());
    if (!checkId.getText().equals(screen.userId())) {
      checkId.setText(screen.userId());
    }
    Tones.mark(checkId, invalid ? Tone.BAD : Tone.NEUTRAL);
    Tones.mark(checkHint, invalid ? Tone.BAD : Tone.NEUTRAL);
    checkHint.setText(invalid ? texts.get("who.id.invalid") : hint(screen));
    checkId.setDisable(running);
    show(start, !running);
    start.setDisable(!capture.ready());
    show(again, running);
    if (!waits && camera.isFocused()) {
      focus();
    }
    keys.setText(running ? texts.get("capture.keys.running") : waits ? "" : startKey(screen));
  }

  private String startKey(CheckScreen screen) {
    return texts.get(screen.identify() ? "check.keys.identify" : "check.keys.verify");
  }

  private String hint(CheckScreen screen) {
    People.Person person = screen.known();
    if (person == null) {
      return texts.get("who.id.hint");
    }
    return person.enrolledAt() == null
        ? texts.get("error.NOT_ENROLLED")
        : person.name().isEmpty() ? person.userId() : person.name();
  }

  private void drawVerdict(CheckScreen screen) {
    show(unlock, screen.step() instanceof Locked(String id, boolean done) && !done);
    switch (screen.step()) {
      case Recognised(UUID person, String id, String name, String ofClient, double sure) -> {
        title(Tone.GOOD, screen.identify() ? "check.identified" : "check.verified");
        verdictIcon.setIconCode(MaterialDesignC.CHECK_CIRCLE);
        String who =
            name.isEmpty()
                ? texts.get("result.person", id)
                : texts.get("result.person.named", id, name);
        person(ofClient.isEmpty() ? who : who + "\n" + texts.get("check.ofClient", ofClient));
        confidence(sure);
        why.setText(texts.get(screen.identify() ? "check.why.identified" : "check.why.verified"));
        buttons("result.next", "check.keys.next");
      }
      case Refused(String reason, Double sure) -> {
        if (Refused.compared(reason)) {
          title(Tone.BAD, screen.identify() ? "check.unknown" : "check.refused");
          verdictIcon.setIconCode(MaterialDesignC.CLOSE_CIRCLE);
        } else {
          title(Tone.ADVICE, "check.undecided");
          verdictIcon.setIconCode(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        }
        person(screen.identify() ? "" : screen.userId().strip());
        show(confidenceBox, sure != null);
        if (sure != null) {
          confidence(sure);
        }
        why.setText(texts.get("reason." + reason) + "\n" + texts.get("reason.remedy." + reason));
        buttons("result.next", "check.keys.again");
      }
      case Locked(String id, boolean unlocked) -> {
        title(unlocked ? Tone.GOOD : Tone.BAD, unlocked ? "check.unlocked" : "check.locked");
        verdictIcon.setIconCode(
            unlocked ? MaterialDesignL.LOCK_OPEN_OUTLINE : MaterialDesignL.LOCK_OUTLINE);
        person(id);
        show(confidenceBox, false);
        why.setText(texts.get(unlocked ? "check.prompt.unlocked" : "reason.remedy.USER_LOCKED"));
        buttons("result.again", "check.keys.again");
      }
      case AtCamera at -> throw new IllegalStateException("there is no verdict yet");
    }
  }

  private void person(String words) {
    verdictPerson.setText(words);
    show(verdictPerson, !words.isEmpty());
  }

  private void title(Tone tone, String key) {
    Tones.mark(verdictBand, tone);
    verdictTitle.setText(texts.get(key));
  }

  private void confidence(double sure) {
    show(confidenceBox, true);
    confidence.setText(texts.get("check.confidence.value", sure));
    confidenceBar.setProgress(sure);
  }

  private void buttons(String button, String hint) {
    go.setText(texts.get(button));
    verdictKeys.setText(texts.get(hint));
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
