package org.facedesk.desktop.enroll;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.DeskSession;
import org.facedesk.admin.EnrollmentOrder;
import org.facedesk.desktop.capture.CaptureModel;
import org.facedesk.desktop.capture.CaptureOrder;
import org.facedesk.desktop.capture.CaptureScreen;
import org.facedesk.desktop.capture.Portrait;
import org.facedesk.desktop.capture.Sitting;
import org.facedesk.desktop.capture.Workplace;
import org.facedesk.desktop.enroll.EnrollStep.AtCamera;
import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.desktop.enroll.EnrollStep.Finished;
import org.facedesk.desktop.enroll.EnrollStep.Reviewing;
import org.facedesk.desktop.enroll.EnrollStep.Trouble;
import org.facedesk.desktop.enroll.EnrollStep.Who;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Listeners;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.enroll.DeskTerms;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Pending;

/**
 * The enroll screen without JavaFX: the operator's intents go in, an {@link EnrollScreen} comes out
 * after every change. UI thread only.
 */
public final class EnrollViewModel implements AutoCloseable {
  /** The longest id a person may have. */
  public static final int MAX_ID_LENGTH = 100;

  /** Where the operator is; what each step holds is its model's. */
  private enum At {
    WHO,
    CAMERA,
    REVIEW,
    FINISHED
  }

  private final EnrollServices services;
  private final CaptureModel capture;
  private final Background background;
  private final WhoModel who;
  private final ReviewModel review;
  private final Listeners<EnrollScreen> listeners = new Listeners<>();
  private final Ties ties = new Ties();

  private At at = At.WHO;
  private boolean tried;
  private Ending ending = new Ending.Refused(Outcome.Reason.CANCELLED.name());
  private int attempt;
  private boolean practised;

  public EnrollViewModel(EnrollServices services, CaptureModel capture, Background background) {
    this.services = services;
    this.capture = capture;
    this.background = background;
    this.who = new WhoModel(services, capture, background, this::changed);
    this.review = new ReviewModel(capture, services.clock(), background, this::changed, this::over);
    this.practised = capture.practice();
    ties.tie(capture.listen(this::captureChanged));
    ties.tie(capture.signedIn().listen(somebodyElse -> anew()));
  }

  /**
   * Told at once and after every change, on the UI thread.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<EnrollScreen> listener) {
    listener.accept(screen());
    return listeners.add(listener);
  }

  /** The camera and the capture that runs upon it. */
  public CaptureModel capture() {
    return capture;
  }

  /** Whether somebody stands before the camera, or waits for a word. */
  public boolean running() {
    return at == At.REVIEW || (at == At.CAMERA && capture.busy());
  }

  // the person

  public void editUserId(String text) {
    who.editUserId(text);
  }

  /** Begins with somebody who was chosen elsewhere; what was being done is given up. */
  public void begin(String userId, String name) {
    anew();
    who.editUserId(userId);
    who.editName(name);
  }

  public void editName(String text) {
    who.editName(text);
  }

  public void chooseLanguage(String language) {
    who.chooseLanguage(language);
  }

  /** The person agrees, or does not; goes on if the operator has tried to. */
  public void agree(boolean yes) {
    who.agree(yes);
    if (yes && tried && at == At.WHO) {
      enter();
    }
  }

  public void choosePhoto(Path file) {
    who.choosePhoto(file);
  }

  public void removePhoto() {
    who.removePhoto();
  }

  public void openExemption(boolean open) {
    who.openExemption(open);
  }

  /** A supervisor says that these proofs are not asked of the person. */
  public void exempt(Set<DeskTerms.Proof> proofs, Actor supervisor, String reason) {
    who.exempt(proofs, supervisor, reason);
  }

  public void withdrawExemption() {
    who.withdrawExemption();
  }

  // the word on what was captured

  /** A supervisor looks at it, for two minutes. */
  public void supervise(Actor supervisor) {
    review.supervise(supervisor);
  }

  /** A supervisor says: enroll nevertheless. */
  public void accept(String reason) {
    review.accept(reason);
  }

  /** A supervisor says: it is this person again. */
  public void refuse(UUID other, String reason) {
    review.refuse(other, reason);
  }

  /** Takes frames for another picture in the place of one. */
  public void retakeSample(int sample) {
    if (at != At.REVIEW || !capture.screen().ready()) {
      return;
    }
    List<Portrait> others = review.without(sample);
    DeskSession session = review.take();
    if (session != null) {
      at = At.CAMERA;
      capture(
          () -> {
            session.session().retake(sample);
            return session;
          },
          others);
    }
  }

  // the way from step to step

  /** The one thing to go on with: Space, Enter, the large button. */
  public void next() {
    if (capture.screen().fault() != null) {
      capture.dismissFault();
      return;
    }
    switch (at) {
      case WHO -> enter();
      case CAMERA -> start();
      case REVIEW -> review.confirm();
      case FINISHED -> afterwards();
    }
  }

  /** Captures the same person again. */
  public void retake() {
    if (at == At.REVIEW || at == At.FINISHED || (at == At.CAMERA && capture.busy())) {
      prepare();
    }
  }

  /** The person who was refused goes; whoever is next gives everything anew. */
  public void nextPerson() {
    if (at == At.FINISHED) {
      anew();
    }
  }

  /** One step back. */
  public void back() {
    if (capture.screen().fault() != null) {
      capture.dismissFault();
      return;
    }
    switch (at) {
      case WHO -> who.openExemption(false);
      case CAMERA -> {
        if (capture.busy()) {
          prepare();
        } else {
          goTo(At.WHO);
        }
      }
      case REVIEW -> prepare();
      case FINISHED -> afterwards();
    }
  }

  private void afterwards() {
    if (ending instanceof Ending.Enrolled) {
      anew();
    } else {
      prepare();
    }
  }

  private void goTo(At next) {
    at = next;
    tried = false;
    changed();
  }

  private void enter() {
    tried = true;
    if (who.trouble() == Trouble.NONE) {
      who.settle();
      goTo(At.CAMERA);
    } else {
      changed();
    }
  }

  private void start() {
    if (!capture.screen().ready()) {
      return;
    }
    attempt++;
    EnrollmentOrder order = who.order();
    Workplace work = capture.workplace();
    capture(() -> work.enrollment().begin(capture.actor(), order), List.of());
  }

  private void capture(Callable<DeskSession> begin, List<Portrait> before) {
    Workplace work = capture.workplace();
    capture.begin(new CaptureOrder(begin, work.enrollment()::cancel), before, new Enrollment());
  }

  /** Back to the same person's next attempt. */
  private void prepare() {
    review.cancel();
    capture.stop();
    goTo(At.CAMERA);
  }

  /** Nothing of the person before is left. */
  private void anew() {
    review.cancel();
    capture.stop();
    who.clear();
    attempt = 0;
    goTo(At.WHO);
  }

  private void over(Outcome outcome) {
    WhoSheet sheet = who.sheet();
    ending = Endings.of(outcome, enrolled -> receipt(enrolled, sheet));
    goTo(At.FINISHED);
  }

  private Receipt receipt(Outcome.Enrolled enrolled, WhoSheet sheet) {
    return new Receipt(
        services.station().get(),
        enrolled.userId(),
        sheet.personName(),
        enrolled.enrollmentId(),
        enrolled.at(),
        sheet.consent(),
        capture.practice());
  }

  /**
   * Does work that would hold up the UI thread; what goes wrong with it is shown.
   *
   * @param then called on the UI thread when it is done
   */
  public void run(Runnable task, Runnable then) {
    background.run(
        () -> {
          task.run();
          return true;
        },
        done -> then.run(),
        this::failed);
  }

  /** What became of a capture that this screen had begun. */
  private final class Enrollment implements Sitting {
    @Override
    public void captured(DeskSession session, Pending pending) {
      at = At.REVIEW;
      review.begin(session, pending, who.name(), who.oldPhoto());
      changed();
    }

    @Override
    public void over(Outcome outcome) {
      EnrollViewModel.this.over(outcome);
    }

    @Override
    public void recordingEnded() {
      ending = new Ending.Refused(Ending.Refused.RECORDING_ENDED);
      goTo(At.FINISHED);
    }

    @Override
    public void interrupted() {
      goTo(At.CAMERA);
    }
  }

  // the rest

  /** Shows what went wrong until the operator dismisses it. */
  public void failed(FaultReport why) {
    capture.failed(why);
  }

  /** Lets a waiting session go; returns before that is done. The camera is the window's. */
  @Override
  public void close() {
    ties.cut();
    review.cancel();
  }

  // what there is to draw

  public EnrollScreen screen() {
    CaptureScreen camera = capture.screen();
    EnrollStep step =
        switch (at) {
          case WHO -> new Who(tried ? who.trouble() : Trouble.NONE);
          case CAMERA -> new AtCamera();
          case REVIEW -> new Reviewing(review.sheet());
          case FINISHED -> new Finished(ending);
        };
    return new EnrollScreen(
        camera, step, who.sheet(), Prompts.of(camera, step, who.sheet().agreed()), attempt);
  }

  private void captureChanged(CaptureScreen camera) {
    if (camera.practice() != practised) { // what was begun in the other mode is not this one's
      practised = camera.practice();
      review.cancel();
      who.clear();
      attempt = 0;
      goTo(At.WHO);
    } else {
      changed();
    }
  }

  private void changed() {
    listeners.tell(screen());
  }
}
