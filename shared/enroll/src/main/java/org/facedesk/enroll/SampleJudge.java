package org.facedesk.enroll;

import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.engine.quality.QualityVerdict;
import org.jspecify.annotations.Nullable;

/** What a capture asks about a frame's quality; the station's quality policy answers. */
public interface SampleJudge {
  QualityVerdict judge(QualityReport report);

  /**
   * What the person should change.
   *
   * @param verdict null when there is no usable face
   */
  Guidance advise(FrameAnalysis analysis, @Nullable QualityVerdict verdict);
}
