package org.facedesk.engine;

import java.util.Map;
import java.util.Set;

/**
 * A score for each component.
 *
 * @param scores 0..100 by component; -1 for what could not be assessed in this picture
 */
public record QualityReport(Map<QualityComponent, Integer> scores) {
  public static final int NOT_ASSESSED = -1;

  public QualityReport {
    scores = Map.copyOf(scores);
  }

  /** The score, or -1 when the component was not assessed. */
  public int score(QualityComponent component) {
    return scores.getOrDefault(component, NOT_ASSESSED);
  }

  /**
   * The lowest assessed component among these.
   *
   * @throws IllegalStateException if none of them was assessed
   */
  public QualityComponent worstOf(Set<QualityComponent> gating) {
    return gating.stream()
        .filter(component -> score(component) != NOT_ASSESSED)
        .min(
            java.util.Comparator.comparingInt(this::score)
                .thenComparing(java.util.Comparator.naturalOrder()))
        .orElseThrow(() -> new IllegalStateException("no gating component was assessed"));
  }
}
