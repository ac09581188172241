package org.facedesk.desktop.capture;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.quality.Adviser;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.engine.quality.QualityVerdict;
import org.jspecify.annotations.Nullable;

/** The station's quality policy as it is now, as the screen reads it. */
final class QualityScale {
  private static final int FULL_SCORE = 100;

  private final Supplier<QualityPolicy> policy;

  QualityScale(Supplier<QualityPolicy> policy) {
    this.policy = policy;
  }

  /** What the session says of a picture, said before there is a session. */
  Guidance advise(FrameAnalysis analysis) {
    return Adviser.advise(analysis, judge(analysis));
  }

  /** What most keeps a picture from being good enough; null if nothing does, or nobody is there. */
  @Nullable QualityComponent worst(@Nullable Sight sight) {
    QualityVerdict verdict = sight == null ? null : judge(sight.analysis());
    return verdict == null || verdict.accepted() ? null : verdict.worst();
  }

  /** One bar for each gating component, whether it was assessed or not. */
  List<QualityBar> bars(@Nullable Sight sight) {
    QualityReport report = sight == null ? null : sight.analysis().quality();
    QualityPolicy present = policy.get();
    return gating(present)
        .map(each ->
            new QualityBar(
                each,
                report == null ? QualityReport.NOT_ASSESSED : report.score(each),
                minimum(present, each)))
        .toList();
  }

  /** Whether each of these gating components is good enough. */
  boolean reached(QualityReport report, List<QualityComponent> components) {
    QualityPolicy present = policy.get();
    return components.stream()
        .filter(present.gating()::contains)
        .allMatch(each -> report.score(each) >= minimum(present, each));
  }

  private static Stream<QualityComponent> gating(QualityPolicy policy) {
    return Arrays.stream(QualityComponent.values()).filter(policy.gating()::contains);
  }

  /** The lowest whole score the policy accepts. */
  private static int minimum(QualityPolicy policy, QualityComponent component) {
    int score = 1;
    while (score < FULL_SCORE && policy.quality(component, score) < policy.threshold()) {
      score++;
    }
    return score;
  }

  private @Nullable QualityVerdict judge(FrameAnalysis analysis) {
    QualityReport report = analysis.quality();
    return report == null || analysis.faces() != 1 ? null : policy.get().judge(report);
  }
}
