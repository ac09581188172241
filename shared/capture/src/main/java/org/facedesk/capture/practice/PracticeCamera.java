package org.facedesk.capture.practice;

import java.util.Optional;
import java.util.SplittableRandom;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.Pace;
import org.facedesk.core.Frame;

/**
 * The practice head in real time, for a station without a camera: 30 frames a second without end,
 * every performance another one.
 */
public final class PracticeCamera implements FrameSource {
  public static final String NAME = "Practice camera";

  private static final double FRAMES_PER_SECOND = 30;

  private final PracticeClip clip;
  private final double framesPerSecond;
  private final Pace pace;

  /** The portrait herself, doing all that an enrollment asks for. */
  public PracticeCamera() {
    this(FRAMES_PER_SECOND);
  }

  /** The same, for a machine that has no time to render thirty. */
  public PracticeCamera(double framesPerSecond) {
    this(
        new PracticeHead(),
        Choreography.FULL,
        framesPerSecond,
        new SplittableRandom().nextInt(),
        new Pace());
  }

  public PracticeCamera(PracticeHead head, Choreography choreography, long seed) {
    this(head, choreography, FRAMES_PER_SECOND, seed, new Pace());
  }

  PracticeCamera(
      PracticeHead head, Choreography choreography, double framesPerSecond, long seed, Pace pace) {
    this.clip =
        new PracticeClip(
            head, choreography, framesPerSecond, Integer.MAX_VALUE / framesPerSecond, seed);
    this.framesPerSecond = framesPerSecond;
    this.pace = pace;
  }

  @Override
  public Optional<Frame> next() {
    Optional<Frame> frame = clip.next();
    frame.ifPresent(f -> pace.await(f.timestampMillis()));
    return frame;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double framesPerSecond() {
    return framesPerSecond;
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public void close() {
    clip.close();
  }
}
