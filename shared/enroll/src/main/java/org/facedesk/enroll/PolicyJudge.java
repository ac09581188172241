package org.facedesk.enroll;

import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.quality.Adviser;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.engine.quality.QualityVerdict;
import org.jspecify.annotations.Nullable;

/** Judges by the station's quality policy. */
public record PolicyJudge(QualityPolicy policy) implements SampleJudge {
  @Override
  public QualityVerdict judge(QualityReport report) {
    return policy.judge(report);
  }

  @Override
  public Guidance advise(FrameAnalysis analysis, @Nullable QualityVerdict verdict) {
    return Adviser.advise(analysis, verdict);
  }
}
