package org.facedesk.capture;

import java.util.Optional;
import org.facedesk.core.Frame;

/**
 * Chooses frames for a lower rate. The ticks of that rate start at the first frame's time plus a
 * phase; each tick takes the first frame at or after it, a tick that finds no frame of its own is
 * left out. A chosen frame is stamped with its tick's time, because that is when a client that
 * sends at this rate would have sent it: frames of 25 a second thinned to 10 arrive every 100 ms
 * and not after 120 and 80 ms in turn.
 *
 * <p>Not thread-safe.
 */
public final class Thinning {
  /** Sources round their times to milliseconds, so a frame may seem this much too early. */
  private static final double ROUNDING_MILLIS = 1;

  private final double interval;
  private final double phase;
  private boolean started;
  private double origin;
  private long tick;

  /**
   * @param framesPerSecond rate wanted, &gt; 0
   * @param phaseMillis when the first tick comes after the first frame, 0 or more
   */
  public Thinning(double framesPerSecond, double phaseMillis) {
    if (!(framesPerSecond > 0) || !(phaseMillis >= 0)) {
      throw new IllegalArgumentException("rate and phase must not be negative");
    }
    this.interval = 1000 / framesPerSecond;
    this.phase = phaseMillis;
  }

  /** The frame at its tick's time, or empty if no tick is due. */
  public Optional<Frame> choose(Frame frame) {
    double time = frame.timestampMillis();
    if (!started) {
      started = true;
      origin = time + phase;
    }
    if (time + ROUNDING_MILLIS < timeOf(tick)) {
      return Optional.empty();
    }
    // ticks that passed between two frames had no frame of their own
    tick = Math.max(tick, (long) Math.floor((time + ROUNDING_MILLIS - origin) / interval));
    Frame chosen = frame.at(Math.round(timeOf(tick)));
    tick++;
    return Optional.of(chosen);
  }

  private double timeOf(long tickNumber) {
    return origin + tickNumber * interval;
  }
}
