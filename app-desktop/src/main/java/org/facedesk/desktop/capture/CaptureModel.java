package org.facedesk.desktop.capture;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.DeskSession;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.Frame;
import org.facedesk.desktop.capture.CaptureScreen.Phase;
import org.facedesk.desktop.controls.FaceMarks;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Listeners;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.enroll.Feedback;
import org.facedesk.enroll.LiveSession;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Pending;
import org.jspecify.annotations.Nullable;

/**
 * The desk's one camera and the capture that may run upon it, without JavaFX: intents go in, a
 * {@link CaptureScreen} comes out after every change. Everything here runs on the UI thread, except
 * the frames for the preview, which go straight through on the camera's.
 */
public final class CaptureModel implements AutoCloseable {
  private final CaptureServices services;
  private final Background background;
  private final CaptureRunner runner;
  private final Runnable deaf;
  private final Checklist checklist;
  private final QualityScale scale;
  private final PracticeMode mode;
  private final KeptPictures kept = new KeptPictures();
  private final Rate analysisRate;
  private final TimeLeft timeLeft;
  private final Listeners<CaptureScreen> listeners = new Listeners<>();

  private final CameraChoice camera = new CameraChoice();
  private Phase phase = Phase.IDLE;
  private @Nullable Sitting sitting;
  private @Nullable Sight sight;
  private @Nullable FaultReport fault;
  private boolean held;

  public CaptureModel(CaptureServices services, Background background) {
    this.services = services;
    this.background = background;
    this.mode = new PracticeMode(services, background);
    this.scale = new QualityScale(() -> settings().quality());
    this.checklist = new Checklist(scale);
    this.analysisRate = new Rate(services.clock());
    this.timeLeft = new TimeLeft(services.clock(), () -> settings().policy());
    this.runner =
        new CaptureRunner(
            services,
            scale,
            background,
            new CaptureRunner.Events(
                this::cameraOpened,
                this::cameraLost,
                this::seen,
                this::captured,
                this::over,
                this::recordingEnded,
                this::judgingFailed));
    this.deaf = services.feeds().follow(named -> background.onUi(() -> open(named)));
  }

  /**
   * Told at once and after every change, on the UI thread.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<CaptureScreen> listener) {
    listener.accept(screen());
    return listeners.add(listener);
  }

  /** Who draws the camera's frames; called on the camera's thread, must be quick. */
  public void previewTo(Consumer<Frame> drawer) {
    runner.previewTo(drawer);
  }

  /** What the settings say now. */
  public CaptureSettings settings() {
    return services.settings().get();
  }

  /** What the desk works upon now. */
  public Workplace workplace() {
    return mode.workplace();
  }

  /** Who is signed in; throws UNAUTHENTICATED when nobody is. */
  public Actor actor() {
    return services.signedIn().get();
  }

  /** For whom the desk works. */
  public SignedIn signedIn() {
    return services.signedIn();
  }

  public boolean practice() {
    return mode.on();
  }

  /** What stands in records for where the pictures come from. */
  public String source() {
    return camera.source();
  }

  /** Whether a session is opened or runs. */
  public boolean busy() {
    return phase != Phase.IDLE;
  }

  /** Opens this source, and remembers it as the one to come back to. */
  public void open(SourceSpec source) {
    camera.configure(source);
    openCamera(source);
  }

  /** Tries the configured camera again. */
  public void refreshCamera() {
    openCamera(camera.configured());
  }

  /** Only administrators may use it in earnest, so for anyone else practice mode comes with it. */
  public void usePracticeCamera() {
    SourceSpec head = new SourceSpec.Practice();
    if (held && !mode.permits(CameraState.Kind.of(head).source())) {
      return;
    }
    openCamera(head);
    if (!mode.permits(source())) {
      practise(true);
    }
  }

  /**
   * Somebody waits for a word until this is said again: no practice begins meanwhile, since it
   * would give up what they waited for.
   */
  public void hold(boolean waits) {
    held = waits;
  }

  /** Switches practice mode, unless it is held; a capture that runs is cancelled. */
  public void practise(boolean on) {
    if (on == practice() || (on && held)) {
      return;
    }
    interrupt();
    if (on) {
      mode.enter(this::changed, this::failed);
    } else {
      mode.leave(this::changed, this::failed);
      if (camera.another()) {
        refreshCamera();
      }
    }
  }

  private void openCamera(SourceSpec source) {
    boolean interrupted = takePhase();
    camera.opening(source);
    sight = null;
    run(() -> runner.openCamera(source));
    changed();
    tellInterrupted(interrupted);
  }

  private void cameraOpened(String name) {
    camera.opened(name);
    changed();
  }

  private void cameraLost(FaultReport why) {
    camera.lost(why);
    interrupt();
    sight = null;
    changed();
  }

  // the capture

  /**
   * Has a session opened and feeds it from here on; nothing happens but {@link Sitting#interrupted}
   * unless the camera is {@link CaptureScreen#ready}.
   *
   * @param before pictures that an earlier capture of this session kept
   */
  public void begin(CaptureOrder order, List<Portrait> before, Sitting by) {
    if (!screen().ready()) {
      by.interrupted();
      return;
    }
    kept.restart(before);
    starting(by);
    background.run(
        () -> runner.start(order),
        session -> started(by, session),
        why -> beginningFailed(by, why));
  }

  private void starting(Sitting by) {
    sitting = by;
    sight = null;
    phase = Phase.STARTING;
    timeLeft.start();
    changed();
  }

  private void started(Sitting by, LiveSession session) {
    timeLeft.remaining(session.remainingMillis(), session.frames());
    if (by.equals(sitting) && phase == Phase.STARTING) {
      phase = Phase.RUNNING;
      changed();
    }
  }

  private void beginningFailed(Sitting by, FaultReport why) {
    run(runner::follow);
    if (by.equals(sitting)) {
      end();
      by.interrupted();
    }
    if (!by.tells(why)) {
      fault = why;
    }
    changed();
  }

  /** Cancels the session that runs, if one does, and guides again. */
  public void stop() {
    if (busy()) {
      run(runner::stop);
    }
    guide();
  }

  /** Looks at frames for guidance from here on, and forgets the pictures that were kept. */
  public void guide() {
    end();
    kept.clear();
    run(runner::follow);
    changed();
  }

  /** Forgets the pictures that were kept, unless a capture runs. */
  public void forgetPictures() {
    if (!busy()) {
      kept.clear();
      changed();
    }
  }

  private void interrupt() {
    boolean interrupted = takePhase();
    if (interrupted) {
      run(runner::stop);
      run(runner::follow);
    }
    changed();
    tellInterrupted(interrupted);
  }

  private boolean takePhase() {
    boolean was = busy();
    phase = Phase.IDLE;
    return was;
  }

  private void tellInterrupted(boolean interrupted) {
    Sitting told = sitting;
    sitting = null;
    if (interrupted && told != null) {
      told.interrupted();
    }
  }

  private void end() {
    phase = Phase.IDLE;
    sitting = null;
    sight = null;
  }

  /** To be called a few times a second: the clock on the screen, and expiry without frames. */
  public void tick() {
    if (phase == Phase.RUNNING && timeLeft.over()) {
      run(runner::expireIfDue);
    }
    changed();
  }

  /** Lets the camera and a running session go; returns before that is done. */
  @Override
  public void close() {
    deaf.run();
    run(runner::close);
  }

  // what the runner tells, already on the UI thread

  private void seen(Sight newest) {
    Feedback feedback = newest.feedback();
    if (busy() != (feedback != null) || !camera.live()) {
      return; // from before the last change
    }
    sight = newest;
    analysisRate.tick();
    if (feedback != null) {
      phase = Phase.RUNNING;
      kept.accept(feedback);
    }
    changed();
  }

  private void captured(CaptureOrder order, DeskSession session, Pending pending) {
    Sitting told = sitting;
    if (told == null || !busy()) { // it was stopped in the same moment
      run(() -> order.cancel().accept(session)); // where it was begun: the mode may be another
      return;
    }
    end();
    run(runner::follow);
    told.captured(session, pending);
    changed();
  }

  private void over(Outcome outcome) {
    Sitting told = sitting;
    end();
    if (told != null) { // what was committed is told in any case
      told.over(outcome);
    }
    changed();
  }

  private void recordingEnded() {
    Sitting told = sitting;
    if (busy() && told != null) {
      end();
      told.recordingEnded();
      changed();
    }
  }

  private void judgingFailed(FaultReport why) {
    fault = why;
    Sitting told = sitting;
    boolean was = busy();
    end();
    if (was && told != null) {
      run(runner::follow);
      told.interrupted();
    }
    changed();
  }

  // what there is to draw

  public CaptureScreen screen() {
    Sight newest = sight;
    Feedback feedback = newest == null ? null : newest.feedback();
    return new CaptureScreen(
        camera.state(),
        camera.another(),
        practice(),
        held,
        mode.permits(source()),
        phase,
        Advice.of(camera.state(), mode.permits(source()), phase, newest),
        checklist.fill(newest),
        scale.bars(newest),
        scale.worst(newest),
        kept.list(),
        newest == null ? null : FaceMarks.of(newest.analysis()),
        feedback == null ? 0 : feedback.samples(),
        feedback == null ? 0 : feedback.requirements().samples(),
        feedback == null ? 0 : feedback.livenessScore(),
        timeLeft.seconds(feedback == null ? 0 : feedback.frames()),
        feedback == null ? null : feedback.challenge(),
        fault,
        analysisRate.perSecond());
  }

  private void changed() {
    listeners.tell(screen());
  }

  private void run(Runnable task) {
    background.run(Executors.callable(task, true), done -> {}, this::failed);
  }

  /** Shows what went wrong until the operator dismisses it. */
  public void failed(FaultReport why) {
    fault = why;
    changed();
  }

  public void dismissFault() {
    fault = null;
    changed();
  }
}
