package org.facedesk.desktop.enroll;

import java.util.function.Consumer;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.Frame;
import org.facedesk.desktop.controls.FaceMarks;
import org.facedesk.desktop.enroll.CameraState.Kind;
import org.facedesk.desktop.enroll.EnrollStep.Capturing;
import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.desktop.enroll.EnrollStep.Finished;
import org.facedesk.desktop.enroll.EnrollStep.Ready;
import org.facedesk.desktop.enroll.EnrollStep.Starting;
import org.facedesk.desktop.enroll.EnrollStep.Who;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Listeners;
import org.facedesk.enroll.EnrollmentRequest;
import org.facedesk.enroll.Feedback;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.SessionTicket;
import org.jspecify.annotations.Nullable;

/**
 * The enroll screen without JavaFX: the operator's intents go in, an {@link EnrollScreen} comes out
 * after every change. Everything here runs on the UI thread, except the frames for the preview,
 * which go straight through on the camera's.
 */
public final class EnrollViewModel implements AutoCloseable {
  /** The longest id a person may have. */
  public static final int MAX_ID_LENGTH = 100;

  private final EnrollServices services;
  private final Background background;
  private final CaptureRunner runner;
  private final Checklist checklist;
  private final QualityScale scale;
  private final Prompts prompts = new Prompts();
  private final KeptPictures kept = new KeptPictures();
  private final Rate analysisRate;
  private final TimeLeft timeLeft;
  private final Listeners<EnrollScreen> listeners = new Listeners<>();

  private SourceSpec configured = new SourceSpec.Device("");
  private SourceSpec current = configured;
  private CameraState camera = new CameraState.Opening(Kind.CAMERA);
  private EnrollStep step = new Who(false);
  private String userId = "";
  private String name = "";
  private People.@Nullable Person known;
  private @Nullable Sight sight;
  private @Nullable FaultReport fault;
  private int attempt;

  public EnrollViewModel(EnrollServices services, Background background) {
    this.services = services;
    this.background = background;
    this.scale = new QualityScale(services.quality());
    this.checklist = new Checklist(scale);
    this.analysisRate = new Rate(services.clock());
    this.timeLeft = new TimeLeft(services.clock(), services.policy());
    this.runner =
        new CaptureRunner(
            services,
            scale,
            background,
            new CaptureRunner.Events(
                this::cameraOpened,
                this::cameraLost,
                this::seen,
                this::over,
                this::recordingEnded,
                this::judgingFailed));
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

  /** Who draws the camera's frames; called on the camera's thread, must be quick. */
  public void previewTo(Consumer<Frame> drawer) {
    runner.previewTo(drawer);
  }

  // intents

  /** Opens this source, and remembers it as the one to come back to. */
  public void open(SourceSpec source) {
    configured = source;
    openCamera(source);
  }

  /** Tries the configured camera again. */
  public void refreshCamera() {
    openCamera(configured);
  }

  public void usePracticeCamera() {
    openCamera(new SourceSpec.Practice());
  }

  public void editUserId(String text) {
    userId = text;
    known = null;
    if (step instanceof Who(boolean invalid) && invalid) {
      step = new Who(!validId());
    }
    lookUp(text.strip());
    changed();
  }

  /** Begins anew with this person filled in. */
  public void begin(String id, String knownName) {
    nextPerson();
    editUserId(id);
    editName(knownName);
  }

  public void editName(String text) {
    name = text;
    changed();
  }

  /** The one thing to go on with: Space, Enter, the large button. */
  public void next() {
    if (fault != null) {
      dismissFault();
      return;
    }
    switch (step) {
      case Who who -> enter();
      case Ready ready -> start();
      case Finished(Ending.Enrolled enrolled) -> nextPerson();
      case Finished(Ending.Refused refused) -> prepare();
      case Starting starting -> {}
      case Capturing capturing -> {}
    }
  }

  /** Captures the same person again. */
  public void retake() {
    switch (step) {
      case Starting starting -> prepare();
      case Capturing capturing -> prepare();
      case Finished finished -> prepare();
      case Who who -> {}
      case Ready ready -> {}
    }
  }

  /** One step back. */
  public void back() {
    if (fault != null) {
      dismissFault();
      return;
    }
    switch (step) {
      case Starting starting -> prepare();
      case Capturing capturing -> prepare();
      case Ready ready -> goTo(new Who(false));
      case Finished(Ending.Enrolled enrolled) -> nextPerson();
      case Finished(Ending.Refused refused) -> prepare();
      case Who who -> {}
    }
  }

  public void dismissFault() {
    fault = null;
    changed();
  }

  /** To be called a few times a second: the clock on the screen, and expiry without frames. */
  public void tick() {
    if (step instanceof Capturing capturing) {
      int seconds = secondsLeft();
      step = new Capturing(capturing.samples(), capturing.target(), capturing.progress(), seconds);
      if (timeLeft.over()) {
        run(runner::expireIfDue);
      }
    }
    changed();
  }

  /** Lets the camera and a running session go; returns before that is done. */
  @Override
  public void close() {
    run(runner::close);
  }

  // what there is to draw

  public EnrollScreen screen() {
    Sight newest = sight;
    return new EnrollScreen(
        camera,
        !current.equals(configured),
        step,
        userId,
        name,
        known,
        prompts.of(camera, step, newest),
        checklist.fill(newest),
        scale.bars(newest),
        scale.worst(newest),
        kept.list(),
        attempt,
        fault,
        newest == null ? null : FaceMarks.of(newest.analysis()),
        analysisRate.perSecond());
  }

  private void changed() {
    listeners.tell(screen());
  }

  // the way from step to step

  private void goTo(EnrollStep next) {
    step = next;
    changed();
  }

  /** Whether a person stands before the camera: nobody should be disturbed. */
  public boolean running() {
    return step instanceof Starting || step instanceof Capturing;
  }

  private boolean validId() {
    String id = userId.strip();
    return !id.isEmpty() && id.length() <= MAX_ID_LENGTH;
  }

  private void enter() {
    goTo(validId() ? new Ready() : new Who(true));
  }

  private void start() {
    if (!(camera instanceof CameraState.Live)) {
      return;
    }
    attempt++;
    kept.clear();
    sight = null;
    timeLeft.start();
    goTo(new Starting());
    EnrollmentRequest request =
        new EnrollmentRequest(
            userId.strip(), "webcam", null, null, null, Kind.of(current).source());
    background.run(() -> runner.start(request), this::started, this::startFailed);
  }

  private void started(SessionTicket ticket) {
    timeLeft.until(ticket.expiresAt());
    if (step instanceof Starting) {
      goTo(new Capturing(0, ticket.requirements().samples(), 0, secondsLeft()));
    }
  }

  private void startFailed(FaultReport why) {
    fault = why;
    run(runner::follow);
    goTo(new Ready());
  }

  /** Back to the same person's next attempt. */
  private void prepare() {
    run(runner::stop);
    run(runner::follow);
    kept.clear();
    sight = null;
    goTo(new Ready());
  }

  private void nextPerson() {
    run(runner::follow);
    kept.clear();
    sight = null;
    userId = "";
    name = "";
    known = null;
    attempt = 0;
    goTo(new Who(false));
  }

  private int secondsLeft() {
    Feedback feedback = sight == null ? null : sight.feedback();
    return timeLeft.seconds(feedback == null ? 0 : feedback.frames());
  }

  private void lookUp(String id) {
    if (!id.isEmpty() && id.length() <= MAX_ID_LENGTH) {
      background.run(
          () -> services.people().find(id),
          found -> {
            if (id.equals(userId.strip())) {
              known = found.orElse(null);
              changed();
            }
          },
          this::failed);
    }
  }

  private void saveName() {
    String id = userId.strip();
    String given = name.strip();
    if (!given.isEmpty()) {
      run(() -> services.people().rename(id, given));
    }
  }

  // the camera

  private void openCamera(SourceSpec source) {
    current = source;
    Kind kind = Kind.of(source);
    camera = new CameraState.Opening(kind);
    sight = null;
    if (running()) {
      step = new Ready();
    }
    changed();
    run(() -> runner.openCamera(source));
  }

  private void cameraOpened(String cameraName) {
    camera = new CameraState.Live(Kind.of(current), cameraName);
    changed();
  }

  private void cameraLost(FaultReport why) {
    camera = new CameraState.Absent(why);
    sight = null;
    if (running()) {
      run(runner::stop);
      run(runner::follow);
      step = new Ready();
    }
    changed();
  }

  private void run(Runnable task) {
    background.run(
        () -> {
          task.run();
          return true;
        },
        done -> {},
        this::failed);
  }

  /** Shows what went wrong until the operator dismisses it. */
  public void failed(FaultReport why) {
    fault = why;
    changed();
  }

  // what the runner tells, already on the UI thread

  private void seen(Sight newest) {
    Feedback feedback = newest.feedback();
    if (running() != (feedback != null) || !(camera instanceof CameraState.Live)) {
      return; // from before the last change of step
    }
    sight = newest;
    analysisRate.tick();
    if (feedback != null) {
      kept.accept(feedback);
      step =
          new Capturing(
              feedback.samples(),
              feedback.requirements().samples(),
              feedback.livenessScore(),
              secondsLeft());
    }
    changed();
  }

  private void over(Outcome outcome) {
    Ending ending = Endings.of(outcome);
    if (running() || ending instanceof Ending.Enrolled) { // what was committed is told in any case
      if (ending instanceof Ending.Enrolled) {
        saveName();
      }
      sight = null;
      goTo(new Finished(ending));
    }
  }

  private void recordingEnded() {
    if (running()) {
      sight = null;
      goTo(new Finished(new Ending.Refused(Ending.Refused.RECORDING_ENDED)));
    }
  }

  private void judgingFailed(FaultReport why) {
    fault = why;
    if (running()) {
      run(runner::follow);
      step = new Ready();
    }
    changed();
  }
}
