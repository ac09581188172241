package org.facedesk.desktop.capture;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.facedesk.desktop.ui.Derived;
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
  private final Supplier<Map<QualityComponent, Integer>> minimums;

  QualityScale(Supplier<QualityPolicy> policy) {
    this.policy = policy;
    this.minimums = new Derived<>(policy, QualityScale::minimums);
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
    return minimums.get().entrySet().stream()
        .map(least ->
            new QualityBar(
                least.getKey(),
                report == null ? QualityReport.NOT_ASSESSED : report.score(least.getKey()),
                least.getValue()))
        .toList();
  }

  /** Whether each of these gating components is good enough. */
  boolean reached(QualityReport report, List<QualityComponent> components) {
    Map<QualityComponent, Integer> least = minimums.get();
    return components.stream()
        .filter(least::containsKey)
        .allMatch(each -> report.score(each) >= least.getOrDefault(each, FULL_SCORE));
  }

  /** The lowest whole score that the policy accepts of each gating component. */
  private static Map<QualityComponent, Integer> minimums(QualityPolicy policy) {
    Map<QualityComponent, Integer> least = new EnumMap<>(QualityComponent.class);
    policy.gating().forEach(each -> least.put(each, minimum(policy, each)));
    return Collections.unmodifiableMap(least);
  }

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
