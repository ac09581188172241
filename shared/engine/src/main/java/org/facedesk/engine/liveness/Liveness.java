package org.facedesk.engine.liveness;

import org.facedesk.engine.FrameAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * Follows the proofs of life through one session's frames, in order; used by one thread at a time.
 */
@FunctionalInterface
public interface Liveness {
  /** Takes the next frame in, with or without a face. */
  LivenessState accept(FrameAnalysis analysis);

  /** The newest rotation of the head that was proven; null before the first one. */
  default @Nullable Rotation newestRotation() {
    return null;
  }
}
