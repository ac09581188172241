package org.facedesk.enroll;

import java.time.Duration;
import org.facedesk.enroll.policy.CapturePolicy;

/**
 * How long a capture may take and how alike its pictures must be.
 *
 * @param sampleSpacing least time between two kept frames
 * @param sampleAgreement largest distance between pictures of one session
 */
public record CaptureLimits(int maxFrames, Duration sampleSpacing, double sampleAgreement) {
  public static CaptureLimits of(CapturePolicy policy) {
    return new CaptureLimits(policy.maxFrames(), policy.sampleSpacing(), policy.sampleAgreement());
  }

  /** For measuring a whole clip. */
  public CaptureLimits unlimited() {
    return new CaptureLimits(Integer.MAX_VALUE, sampleSpacing, sampleAgreement);
  }
}
