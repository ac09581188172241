package org.facedesk.capture.replay;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.facedesk.capture.FrameSource;
import org.facedesk.core.Frame;

/**
 * A recording played in real time, so that it can stand in for a camera. Nothing is dropped: who
 * takes frames more slowly sees the clip play more slowly, and it does not hurry afterwards.
 */
public final class LiveReplay implements FrameSource {
  /** A consumer this late is slow, not jittery: the clip's clock waits for it. */
  private static final long LATE_NANOS = Duration.ofMillis(100).toNanos();

  private final Supplier<FrameSource> opening;
  private final boolean endless;
  private final LongSupplier nanoClock;
  private final Waiting waiting;
  private FrameSource source;
  private boolean started;
  private long startNanos;
  private long startMillis;
  private long lastMillis;
  private long loopOffset;
  private long framesInLoop;

  /** How the thread waits; a test's does not. */
  interface Waiting {
    void nanos(long nanos);
  }

  /** Plays once. */
  public LiveReplay(FrameSource source) {
    this(() -> source, false);
  }

  /**
   * @param opening called at once, and again at each end of an endless clip
   * @param endless starts again from the beginning, with times that go on
   */
  public LiveReplay(Supplier<FrameSource> opening, boolean endless) {
    this(opening, endless, System::nanoTime, LockSupport::parkNanos);
  }

  LiveReplay(
      Supplier<FrameSource> opening, boolean endless, LongSupplier nanoClock, Waiting waiting) {
    this.opening = opening;
    this.endless = endless;
    this.nanoClock = nanoClock;
    this.waiting = waiting;
    this.source = opening.get();
  }

  /** The next frame when its time has come; at once if the thread is interrupted. */
  @Override
  public Optional<Frame> next() {
    Optional<Frame> read = source.next();
    if (read.isEmpty() && endless && framesInLoop > 0) {
      source.close();
      source = opening.get();
      framesInLoop = 0;
      read = source.next();
      read.ifPresent(frame ->
          loopOffset =
              lastMillis + Math.round(1000 / source.framesPerSecond()) - frame.timestampMillis());
    }
    read = read.map(frame -> frame.at(frame.timestampMillis() + loopOffset));
    read.ifPresent(frame -> {
      framesInLoop++;
      lastMillis = frame.timestampMillis();
      waitUntilDue(lastMillis);
    });
    return read;
  }

  private void waitUntilDue(long millis) {
    long now = nanoClock.getAsLong();
    long due = startNanos + Duration.ofMillis(millis - startMillis).toNanos();
    if (!started || now - due > LATE_NANOS) {
      started = true;
      startNanos = now;
      startMillis = millis;
      return;
    }
    while (due - nanoClock.getAsLong() > 0 && !Thread.currentThread().isInterrupted()) {
      waiting.nanos(due - nanoClock.getAsLong());
    }
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public double framesPerSecond() {
    return source.framesPerSecond();
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public boolean recorded() {
    return true;
  }

  @Override
  public void close() {
    source.close();
  }
}
