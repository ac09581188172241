package org.facedesk.desktop.check;

import java.util.List;
import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.DeskSession;
import org.facedesk.core.ErrorCode;
import org.facedesk.desktop.capture.CaptureModel;
import org.facedesk.desktop.capture.CaptureOrder;
import org.facedesk.desktop.capture.CaptureScreen;
import org.facedesk.desktop.capture.People;
import org.facedesk.desktop.capture.Prompt;
import org.facedesk.desktop.capture.Sitting;
import org.facedesk.desktop.capture.Workplace;
import org.facedesk.desktop.check.CheckStep.AtCamera;
import org.facedesk.desktop.check.CheckStep.Locked;
import org.facedesk.desktop.check.CheckStep.Recognised;
import org.facedesk.desktop.check.CheckStep.Refused;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Listeners;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Pending;
import org.jspecify.annotations.Nullable;

/**
 * The check screen without JavaFX: the operator's intents go in, a {@link CheckScreen} comes out
 * after every change. UI thread only.
 */
public final class CheckViewModel implements AutoCloseable {
  private final CaptureModel capture;
  private final Background background;
  private final Listeners<CheckScreen> listeners = new Listeners<>();
  private final Runnable deaf;

  private CheckStep step = new AtCamera(false);
  private boolean identify;
  private String userId = "";
  private People.@Nullable Person known;
  private boolean practised;

  public CheckViewModel(CaptureModel capture, Background background) {
    this.capture = capture;
    this.background = background;
    this.practised = capture.practice();
    this.deaf = capture.listen(this::captureChanged);
  }

  /**
   * Told at once and after every change, on the UI thread.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<CheckScreen> listener) {
    listener.accept(screen());
    return listeners.add(listener);
  }

  /** The camera and the capture that runs upon it. */
  public CaptureModel capture() {
    return capture;
  }

  // intents

  /** The screen is come to: pictures of whoever was enrolled before are none of its business. */
  public void entered() {
    capture.forgetPictures();
  }

  /** Search everyone, or compare with one person. */
  public void identify(boolean everyone) {
    if (!capture.busy()) {
      identify = everyone;
      step = new AtCamera(false);
      changed();
    }
  }

  public void editUserId(String text) {
    userId = text;
    known = null;
    step = new AtCamera(false);
    String id = text.strip();
    if (!id.isEmpty()) {
      People people = capture.workplace().people();
      background.run(
          () -> people.find(id),
          found -> {
            if (id.equals(userId.strip())) {
              known = found.orElse(null);
              changed();
            }
          },
          capture::failed);
    }
    changed();
  }

  /** The one thing to go on with: Space, Enter, the large button. */
  public void next() {
    if (capture.screen().fault() != null) {
      capture.dismissFault();
      return;
    }
    switch (step) {
      case AtCamera at -> start();
      case Recognised recognised -> nextPerson();
      case Refused refused -> nextPerson();
      case Locked(String id, boolean unlocked) -> again();
    }
  }

  /** The same person once more. */
  public void again() {
    capture.stop();
    step = new AtCamera(false);
    changed();
  }

  /** One step back. */
  public void back() {
    if (capture.screen().fault() != null) {
      capture.dismissFault();
    } else if (capture.busy() || !(step instanceof AtCamera)) {
      again();
    }
  }

  /** A supervisor lets the person try again. */
  public void unlock(Actor supervisor) {
    if (!(step instanceof Locked(String id, boolean unlocked)) || unlocked) {
      return;
    }
    Workplace work = capture.workplace();
    background.run(
        () -> {
          work.unlocking().unlock(id, supervisor);
          return true;
        },
        done -> {
          step = new Locked(id, true);
          changed();
        },
        capture::failed);
  }

  private void start() {
    if (!capture.screen().ready()) {
      return;
    }
    String id = userId.strip();
    if (!identify && id.isEmpty()) {
      step = new AtCamera(true);
      changed();
      return;
    }
    step = new AtCamera(false);
    Workplace work = capture.workplace();
    String source = capture.source();
    Actor operator = capture.actor();
    boolean asked = capture.settings().challenge();
    capture.begin(
        new CaptureOrder(
            () -> work.check().begin(operator, identify ? null : id, source, asked),
            work.check()::cancel),
        List.of(),
        new Check(work, id));
  }

  private void nextPerson() {
    capture.stop();
    userId = "";
    known = null;
    step = new AtCamera(false);
    changed();
  }

  /** What became of a capture that this screen had begun. */
  private final class Check implements Sitting {
    private final Workplace work;
    private final String id;

    Check(Workplace work, String id) {
      this.work = work;
      this.id = id;
    }

    @Override
    public void captured(DeskSession session, Pending pending) {
      throw new IllegalStateException("nobody is enrolled here");
    }

    @Override
    public void over(Outcome outcome) {
      switch (outcome) {
        case Outcome.Authenticated found -> recognised(found);
        case Outcome.NotAuthenticated(
                Outcome.Summary summary,
                Outcome.Reason reason,
                Double confidence) ->
            show(
                reason == Outcome.Reason.USER_LOCKED
                    ? new Locked(id, false)
                    : new Refused(reason.name(), confidence));
        case Outcome.AuthenticationTimedOut late -> show(new Refused(late.reason().name(), null));
        case Outcome.Ended ended -> show(new Refused(ended.reason().name(), null));
        case Outcome.Enrolled other ->
            throw new IllegalArgumentException("a check does not enroll");
        case Outcome.EnrollmentRefused other ->
            throw new IllegalArgumentException("a check does not enroll");
      }
    }

    /** Whose name is shown is looked up by what nobody else has: another's id may be the same. */
    private void recognised(Outcome.Authenticated found) {
      Recognised plain = new Recognised(found.person(), found.userId(), "", "", found.confidence());
      show(plain);
      background.run(
          () -> work.people().named(found.person()),
          person ->
              person
                  .filter(named -> step.equals(plain))
                  .ifPresent(named ->
                      show(
                          new Recognised(
                              found.person(),
                              found.userId(),
                              named.name(),
                              named.ofClient(),
                              found.confidence()))),
          capture::failed);
    }

    @Override
    public void recordingEnded() {
      show(new Refused(Refused.RECORDING_ENDED, null));
    }

    @Override
    public void interrupted() {
      show(new AtCamera(false));
    }

    @Override
    public boolean tells(FaultReport fault) {
      boolean locked = fault.code() == ErrorCode.USER_LOCKED;
      if (locked) {
        show(new Locked(id, false));
      }
      return locked;
    }
  }

  @Override
  public void close() {
    deaf.run();
  }

  // what there is to draw

  public CheckScreen screen() {
    CaptureScreen camera = capture.screen();
    return new CheckScreen(camera, step, identify, userId, known, prompt(camera));
  }

  private Prompt prompt(CaptureScreen camera) {
    return switch (step) {
      case AtCamera at -> camera.prompt();
      case Recognised recognised ->
          new Prompt(identify ? "check.prompt.identified" : "check.prompt.verified", Tone.GOOD);
      case Refused(String reason, Double confidence) ->
          new Prompt("reason." + reason, Refused.compared(reason) ? Tone.BAD : Tone.ADVICE);
      case Locked(String id, boolean unlocked) ->
          unlocked
              ? new Prompt("check.prompt.unlocked", Tone.GOOD)
              : new Prompt("reason.USER_LOCKED", Tone.BAD);
    };
  }

  private void captureChanged(CaptureScreen camera) {
    if (camera.practice() != practised) { // a verdict of the other mode says nothing here
      practised = camera.practice();
      step = new AtCamera(false);
    }
    changed();
  }

  private void show(CheckStep next) {
    step = next;
    changed();
  }

  private void changed() {
    listeners.tell(screen());
  }
}
