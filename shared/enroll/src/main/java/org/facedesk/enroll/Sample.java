package org.facedesk.enroll;

import org.facedesk.core.Frame;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;

/**
 * A frame that was good enough to be kept.
 *
 * @param quality its worst gating component, 0..1
 */
public record Sample(Frame frame, Landmarks landmarks, HeadPose pose, double quality) {
  public long timestampMillis() {
    return frame.timestampMillis();
  }
}
