package org.facedesk.capture;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.facedesk.core.Frame;

/**
 * Frames for whoever analyses them, at most so many a second. Of a camera each call gets the newest
 * frame, so that a slow analysis skips and never lags. Of a recording it gets every frame that
 * {@link Thinning} leaves, none skipped, because a recording waits: analysed twice it is the same
 * twice. One thread takes; any thread may close.
 */
public final class AnalysisFeed implements AutoCloseable {
  /** A camera's frames come unevenly; this part of the interval between two suffices. */
  private static final double ENOUGH = .9;

  /** Frames of a recording that may wait. */
  private static final int WAITING = 2;

  private final double framesPerSecond;
  private final Thinning thinning;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private boolean taken;
  private long lastTaken;
  private boolean lossless;
  private boolean ended;
  private boolean closed;

  AnalysisFeed(double framesPerSecond) {
    this.framesPerSecond = framesPerSecond;
    this.thinning = new Thinning(framesPerSecond, 0);
  }

  /**
   * Waits for the next frame.
   *
   * @return empty if none came in time, or none will come any more (see {@link #ended})
   */
  public Optional<Frame> take(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!due() && !ended && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (!due()) {
        return Optional.empty();
      }
      Frame frame = frames.removeFirst();
      taken = true;
      lastTaken = frame.timestampMillis();
      changed.signalAll();
      return Optional.of(frame);
    } finally {
      lock.unlock();
    }
  }

  private boolean due() {
    Frame first = frames.peekFirst();
    return first != null
        && (lossless
            || !taken
            || first.timestampMillis() - lastTaken >= ENOUGH * 1000 / framesPerSecond);
  }

  /** Whether all has been taken and nothing more will come: a recording is over, or this closed. */
  public boolean ended() {
    lock.lock();
    try {
      return ended && !due();
    } finally {
      lock.unlock();
    }
  }

  /** A camera's frame takes the place of the last one. */
  void offerNewest(Frame frame) {
    lock.lock();
    try {
      if (!ended) {
        frames.clear();
        frames.add(frame);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** A recording's frame, if a tick is due, waits for its place. */
  void offerEach(Frame frame) throws InterruptedException {
    Optional<Frame> chosen = thinning.choose(frame);
    if (chosen.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      lossless = true;
      while (frames.size() >= WAITING && !ended) {
        changed.await();
      }
      if (!ended) {
        frames.add(chosen.get());
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** No more frames; those that wait can still be taken. */
  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Frames that wait are dropped, and a recording that waited for their places goes on. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      ended = true;
      frames.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
