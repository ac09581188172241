package org.facedesk.capture;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that owns a source for the window: opens it, shows every frame, hands frames to an
 * {@link AnalysisFeed}, opens a camera again that went away, and closes it. The preview never waits
 * for analysis of a camera; a recording waits for its analysis instead of losing frames.
 */
public final class FramePump implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FramePump.class);

  /** Hears of frames and states on the pump's thread, and returns at once. */
  public interface Listener {
    /** Every frame of the source. */
    void frame(Frame frame);

    /** The source's state changed. */
    void state(SourceState state);
  }

  private final Supplier<FrameSource> opening;
  private final Listener listener;
  private final Backoff retry;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable AnalysisFeed feed;
  private @Nullable AnalysisFeed waitingForStart;
  private boolean reopen;
  private boolean lost;
  private volatile boolean closing;

  /** What became of an open source. */
  private enum Outcome {
    ENDED,
    LOST,
    FAILED,
    REOPEN
  }

  /**
   * Starts at once.
   *
   * @param name of the thread
   * @param opening opens the source, on the pump's thread, each time it is needed
   */
  public FramePump(String name, Supplier<FrameSource> opening, Listener listener) {
    this(name, opening, listener, Backoff.usual());
  }

  FramePump(String name, Supplier<FrameSource> opening, Listener listener, Backoff retry) {
    this.opening = opening;
    this.listener = listener;
    this.retry = retry;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    thread.start();
  }

  /**
   * Starts to feed an analysis, from the next frame on. The feed before is closed.
   *
   * @param framesPerSecond at most so many
   */
  public AnalysisFeed feed(double framesPerSecond) {
    lock.lock();
    try {
      closeFeeds();
      AnalysisFeed next = new AnalysisFeed(framesPerSecond);
      feed = next;
      if (closing) {
        next.close();
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /**
   * As {@link #feed}, but a recording is played from its beginning again, so that the analysis sees
   * all of it.
   */
  public AnalysisFeed feedFromStart(double framesPerSecond) {
    lock.lock();
    try {
      closeFeeds();
      AnalysisFeed next = new AnalysisFeed(framesPerSecond);
      waitingForStart = next;
      if (closing) {
        next.close();
      }
      changed.signalAll();
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Tries at once to open a source that is lost; nothing happens to one that runs. */
  public void retry() {
    lock.lock();
    try {
      if (lost) {
        reopen = true;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Closes the source and opens it again: the operator's "refresh". */
  public void refresh() {
    lock.lock();
    try {
      reopen = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void closeFeeds() {
    if (feed != null) {
      feed.close();
    }
    if (waitingForStart != null) {
      waitingForStart.close();
      waitingForStart = null;
    }
  }

  private void run() {
    try {
      while (!closing) {
        listener.state(new SourceState.Opening());
        Outcome outcome = session();
        if (outcome == Outcome.LOST) {
          pauseLost();
        } else if (outcome != Outcome.REOPEN) {
          pause(Duration.ofDays(10_000));
        }
      }
    } catch (RuntimeException e) {
      LOG.error("The pump stopped by a fault", e);
      FacedeskException known =
          e instanceof FacedeskException f
              ? f
              : new FacedeskException(ErrorCode.INTERNAL, "showing the camera failed", e);
      listener.state(new SourceState.Failed(known));
    } finally {
      endForGood();
      listener.state(new SourceState.Closed());
    }
  }

  /** From opening a source to its end. */
  private Outcome session() {
    FacedeskException trouble;
    attachFeed();
    try (FrameSource source = opening.get()) {
      listener.state(new SourceState.Opened(source.name(), source.recorded()));
      Outcome outcome = pump(source);
      if (outcome == Outcome.ENDED) {
        endFeeds();
        listener.state(new SourceState.Ended());
      }
      // an interrupt has done its work by now; closing must not be cut short by it
      boolean _ = Thread.interrupted();
      return outcome;
    } catch (FacedeskException e) {
      trouble = e;
    }
    if (closing) {
      return Outcome.ENDED;
    }
    if (trouble.code() == ErrorCode.CAMERA_UNAVAILABLE) {
      listener.state(new SourceState.Lost(trouble));
      return Outcome.LOST;
    }
    endFeeds();
    listener.state(new SourceState.Failed(trouble));
    return Outcome.FAILED;
  }

  private Outcome pump(FrameSource source) {
    boolean first = true;
    while (!closing) {
      if (reopenWanted(source)) {
        return Outcome.REOPEN;
      }
      Optional<Frame> next = source.next();
      if (next.isEmpty()) {
        return Outcome.ENDED;
      }
      Frame frame = next.get();
      if (first) {
        first = false;
        retry.reset();
        listener.state(new SourceState.Running(frame.width(), frame.height()));
      }
      listener.frame(frame);
      offer(source, frame);
    }
    return Outcome.ENDED;
  }

  private void offer(FrameSource source, Frame frame) {
    AnalysisFeed current;
    lock.lock();
    try {
      current = feed;
    } finally {
      lock.unlock();
    }
    if (current == null || current.closed()) {
      return;
    }
    if (!source.recorded()) {
      current.offerNewest(frame);
      return;
    }
    try {
      current.offerEach(frame);
    } catch (InterruptedException e) {
      // only close() interrupts this thread, and the loop looks for that next
      Thread.currentThread().interrupt();
    }
  }

  /** A source that is about to be opened will be at its start. */
  private void attachFeed() {
    lock.lock();
    try {
      reopen = false;
      if (waitingForStart != null) {
        feed = waitingForStart;
        waitingForStart = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean reopenWanted(FrameSource source) {
    lock.lock();
    try {
      if (waitingForStart != null && !source.recorded()) {
        feed = waitingForStart;
        waitingForStart = null;
      }
      return reopen || waitingForStart != null;
    } finally {
      lock.unlock();
    }
  }

  private void endFeeds() {
    lock.lock();
    try {
      if (feed != null) {
        feed.end();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whoever asks for a feed from now on gets one that has ended. */
  private void endForGood() {
    lock.lock();
    try {
      closing = true;
      closeFeeds();
    } finally {
      lock.unlock();
    }
  }

  /** A source that is lost is tried again after a while, or when someone says it may be back. */
  private void pauseLost() {
    lock.lock();
    try {
      lost = true;
      pause(retry.next());
      lost = false;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is time, or something is wanted. */
  private void pause(Duration atMost) {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!closing && !reopen && waitingForStart == null && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      // only close() interrupts this thread, and the loop looks for that next
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Returns when the source is closed, or after a while without waiting for one that hangs. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      closeFeeds();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      if (!thread.join(Duration.ofNanos(TimeUnit.SECONDS.toNanos(5)))) {
        LOG.warn("{} does not stop; its source hangs", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
