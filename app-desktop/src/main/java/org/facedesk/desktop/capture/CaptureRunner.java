package org.facedesk.desktop.capture;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.facedesk.admin.DeskSession;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.desktop.capture.CameraFeeds.CameraFeed;
import org.facedesk.desktop.capture.CameraFeeds.Pass;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.engine.FaceAnalyzer.FaceTracker;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.enroll.Feedback;
import org.facedesk.enroll.LiveSession;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Pending;
import org.jspecify.annotations.Nullable;

/**
 * Holds the open camera and the open session, and has every analysed frame judged. The methods
 * block and belong to one work thread; frames come on the feed's own threads, and what they lead to
 * is told to {@link Events} on the UI thread. Only the preview's frames take the straight way.
 */
final class CaptureRunner implements AutoCloseable {
  /**
   * What happens while frames come; told on the UI thread.
   *
   * @param opened a camera gives frames, for the first time or again; its name
   * @param lost there are no frames any more, or none yet
   * @param captured the session waits for someone's word and is not this one's any more
   * @param recordingEnded a recording was played to its end before its session was over, which was
   *     cancelled
   * @param judgingFailed nothing is judged until the next {@link #follow} or {@link #start}
   */
  record Events(
      Consumer<String> opened,
      Consumer<FaultReport> lost,
      Consumer<Sight> seen,
      Captured captured,
      Consumer<Outcome> over,
      Runnable recordingEnded,
      Consumer<FaultReport> judgingFailed) {}

  /** Told of a session that waits for a word, and of what it was begun for. */
  @FunctionalInterface
  interface Captured {
    void accept(CaptureOrder order, DeskSession session, Pending pending);
  }

  /** A session and what cancels it. */
  private record Running(DeskSession desk, CaptureOrder order) {
    LiveSession session() {
      return desk.session();
    }
  }

  private final CaptureServices services;
  private final QualityScale scale;
  private final Background background;
  private final Events events;
  private volatile Consumer<Frame> preview = frame -> {};

  /** Held while a frame is judged, so that a session never ends under one. */
  private final ReentrantLock judging = new ReentrantLock();

  private @Nullable FaceTracker tracker;
  private @Nullable Running running;

  private @Nullable CameraFeed feed;
  private final AtomicInteger feedNumber = new AtomicInteger();

  CaptureRunner(
      CaptureServices services, QualityScale scale, Background background, Events events) {
    this.services = services;
    this.scale = scale;
    this.background = background;
    this.events = events;
  }

  /** Who draws every frame of the camera, on the camera's thread. */
  void previewTo(Consumer<Frame> drawer) {
    preview = drawer;
  }

  /** Opens a source in place of the present one, for guidance; a running session is cancelled. */
  void openCamera(SourceSpec source) {
    close();
    feed = services.feeds().open(source, new NumberedSink(feedNumber.get()));
    follow();
  }

  /** Looks at frames for guidance from here on; nothing counts. */
  void follow() {
    FaceTracker fresh = services.analyzer().tracker();
    judging.lock();
    try {
      tracker = fresh;
    } finally {
      judging.unlock();
    }
    CameraFeed open = feed;
    if (open != null) {
      open.analyse(Pass.GUIDANCE, frame -> guide(fresh, frame), () -> {});
    }
  }

  /** Opens a session and feeds it from here on. */
  LiveSession start(CaptureOrder order) throws Exception {
    Running started = new Running(order.begin().call(), order);
    CameraFeed open = feed;
    if (open == null) {
      cancel(started);
      throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "no camera is open");
    }
    judging.lock();
    try {
      running = started;
      tracker = null;
    } finally {
      judging.unlock();
    }
    open.analyse(Pass.CAPTURE, frame -> judge(started, frame), () -> recordingEnded(started));
    return started.session();
  }

  /** Cancels the session, if one runs. */
  void stop() {
    judging.lock();
    try {
      Running stopped = running;
      running = null;
      if (stopped != null) {
        cancel(stopped);
      }
    } finally {
      judging.unlock();
    }
  }

  /** Ends the session if its time is up, even when no frame comes. */
  void expireIfDue() {
    judging.lock();
    try {
      Running waiting = running;
      if (waiting != null) {
        waiting.session().expireIfDue().ifPresent(outcome -> over(waiting, outcome));
      }
    } finally {
      judging.unlock();
    }
  }

  @Override
  public void close() {
    CameraFeed open = feed;
    feed = null;
    feedNumber.incrementAndGet();
    try {
      stop();
    } finally {
      if (open != null) {
        open.close();
      }
    }
  }

  private void guide(FaceTracker mine, Frame frame) {
    judging.lock();
    try {
      if (mine.equals(tracker)) {
        FrameAnalysis analysis = mine.analyze(frame);
        Sight sight = new Sight(analysis, scale.advise(analysis), null);
        background.onUi(() -> events.seen().accept(sight));
      }
    } catch (RuntimeException | LinkageError failure) { // a root: must reach the operator
      tracker = null;
      tellFailed(failure);
    } finally {
      judging.unlock();
    }
  }

  private void judge(Running mine, Frame frame) {
    judging.lock();
    try {
      if (mine.equals(running)) {
        switch (mine.session().process(frame)) {
          case Feedback feedback -> background.onUi(() -> events.seen().accept(Sight.of(feedback)));
          case Pending pending -> {
            running = null;
            background.onUi(() -> events.captured().accept(mine.order(), mine.desk(), pending));
          }
          case Outcome outcome -> over(mine, outcome);
        }
      }
    } catch (RuntimeException | LinkageError failure) { // a root: must reach the operator
      running = null;
      mine.session().close();
      tellFailed(failure);
    } finally {
      judging.unlock();
    }
  }

  private void over(Running mine, Outcome outcome) {
    running = null;
    mine.session().close();
    background.onUi(() -> events.over().accept(outcome));
  }

  private void recordingEnded(Running mine) {
    judging.lock();
    try {
      if (mine.equals(running)) {
        running = null;
        cancel(mine);
        background.onUi(events.recordingEnded());
      }
    } catch (RuntimeException failure) { // a root: must reach the operator
      tellFailed(failure);
    } finally {
      judging.unlock();
    }
  }

  private static void cancel(Running stopped) {
    stopped.order().cancel().accept(stopped.desk());
  }

  private void tellFailed(Throwable failure) {
    FaultReport fault = background.report(failure);
    background.onUi(() -> events.judgingFailed().accept(fault));
  }

  /** Lets through what comes from the present feed; a closed one may still have a frame in hand. */
  private final class NumberedSink implements CameraFeeds.Sink {
    private final int number;
    private volatile boolean missing;

    NumberedSink(int number) {
      this.number = number;
    }

    private boolean present() {
      return number == feedNumber.get();
    }

    @Override
    public void preview(Frame frame) {
      if (present()) {
        preview.accept(frame);
      }
    }

    @Override
    public void opened(String name) {
      missing = false;
      tell(() -> events.opened().accept(name));
    }

    @Override
    public void lost(FacedeskException failure) {
      if (!missing) { // it is tried again and again; once is enough
        missing = true;
        FaultReport fault = background.report(failure);
        tell(() -> events.lost().accept(fault));
      }
    }

    private void tell(Runnable event) {
      background.onUi(() -> {
        if (present()) {
          event.run();
        }
      });
    }
  }
}
