package org.facedesk.engine.liveness;

import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.jspecify.annotations.Nullable;

/**
 * The profile {@code blink_motion}: blinks by eye openness, rotations of the head that are rigid
 * and move the nose, natural variation, continuity. It separates people from prints, held still,
 * shaken, tilted or bent; a replayed video of a person is for other profiles.
 *
 * <p>Made for some ten frames a second. Some milliseconds a frame while the head is turned, less
 * otherwise. Frames without progress in time are ignored.
 */
public final class LivenessTracker implements Liveness {
  /** A face that was out of sight for longer might be another one. */
  public static final long LONGEST_GAP_MILLIS = 500;

  private final BlinkDetector blinkDetector = new BlinkDetector();
  private final Variation variation = new Variation();
  private final Continuity continuity = new Continuity();
  private final RigidRotation rotation;
  private LivenessState state = LivenessState.START;
  private long lastMillis = Long.MIN_VALUE;
  private int frames;
  private int blinks;
  private int motionEvents;

  /**
   * @param mean the mean face of the landmark model, {@link org.facedesk.engine.MeanFace}
   */
  public LivenessTracker(Landmarks mean) {
    rotation = new RigidRotation(mean);
  }

  @Override
  public @Nullable Rotation newestRotation() {
    return rotation.newest();
  }

  @Override
  public LivenessState accept(FrameAnalysis analysis) {
    long now = analysis.timestampMillis();
    if (now <= lastMillis) {
      return state;
    }
    lastMillis = now;
    frames++;
    continuity.accept(analysis);
    Face face = analysis.face();
    if (face == null) {
      blinkDetector.accept(now, null);
    } else if (variation.accept(analysis.frame(), face) == Variation.Kind.NEW) {
      blinks += blinkDetector.accept(now, face) ? 1 : 0;
      motionEvents += rotation.accept(now, face) ? 1 : 0;
    }
    state =
        new LivenessState(
            blinks,
            motionEvents,
            rotation.progress(),
            variation.varied(),
            state.replayed() || variation.replayed(),
            continuity.holds(),
            frames);
    return state;
  }
}
