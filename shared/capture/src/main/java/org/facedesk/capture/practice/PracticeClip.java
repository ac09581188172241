package org.facedesk.capture.practice;

import java.util.Optional;
import org.facedesk.capture.FrameSource;
import org.facedesk.core.Frame;

/**
 * The practice head as a clip: its own time, frames as fast as they are asked for, and the same
 * ones for the same seed. The test clip of the project.
 */
public final class PracticeClip implements FrameSource {
  private final PracticeHead head;
  private final Performance performance;
  private final long seed;
  private final double framesPerSecond;
  private final long frames;
  private long given;

  /** {@link Choreography#FULL} by the portrait herself. */
  public PracticeClip(double framesPerSecond, double seconds) {
    this(new PracticeHead(), Choreography.FULL, framesPerSecond, seconds, 1);
  }

  /**
   * @param seconds how long the clip is
   * @param seed another one gives another performance
   */
  public PracticeClip(
      PracticeHead head,
      Choreography choreography,
      double framesPerSecond,
      double seconds,
      long seed) {
    this.head = head;
    this.performance = new Performance(choreography, seed);
    this.seed = seed;
    this.framesPerSecond = framesPerSecond;
    this.frames = Math.round(seconds * framesPerSecond);
  }

  @Override
  public Optional<Frame> next() {
    if (given >= frames) {
      return Optional.empty();
    }
    double seconds = given / framesPerSecond;
    Frame frame =
        head.render(
            performance.at(seconds),
            performance.lightAt(seconds),
            seed * 1_000_003 + given,
            Math.round(1000 * seconds));
    given++;
    return Optional.of(frame);
  }

  @Override
  public String name() {
    return "practice clip";
  }

  @Override
  public double framesPerSecond() {
    return framesPerSecond;
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public boolean recorded() {
    return true;
  }

  @Override
  public void close() {
    given = frames;
  }
}
