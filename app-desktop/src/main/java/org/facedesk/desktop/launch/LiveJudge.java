package org.facedesk.desktop.launch;

import java.util.function.Supplier;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.quality.Adviser;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.engine.quality.QualityVerdict;
import org.facedesk.enroll.SampleJudge;
import org.jspecify.annotations.Nullable;

/** Judges by the quality policy that is in force when a picture comes. */
record LiveJudge(Supplier<QualityPolicy> policy) implements SampleJudge {
  @Override
  public QualityVerdict judge(QualityReport report) {
    return policy.get().judge(report);
  }

  @Override
  public Guidance advise(FrameAnalysis analysis, @Nullable QualityVerdict verdict) {
    return Adviser.advise(analysis, verdict);
  }
}
