package org.facedesk.engine;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in front of a face, as far as one picture says it.
 *
 * @param confidence 0..1 for each obstacle that was looked for; one that is missing here was not
 *     assessed, which says nothing about whether it is there
 */
public record ObstacleReport(Map<Obstacle, Double> confidence) {
  /** Nothing was looked for. */
  public static final ObstacleReport NOT_ASSESSED = new ObstacleReport(Map.of());

  /** From here on an obstacle is taken to be there; what that costs stands in docs/quality.md. */
  public static final double CONFIDENT = 0.95;

  public ObstacleReport {
    confidence = Map.copyOf(confidence);
  }

  /** The obstacles taken to be there, the surest first. */
  public List<Obstacle> found() {
    return confidence.entrySet().stream()
        .filter(entry -> entry.getValue() >= CONFIDENT)
        .sorted(
            Map.Entry.<Obstacle, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether anything was looked for. */
  public boolean assessed() {
    return !confidence.isEmpty();
  }

  /** What was not looked for, or could not be told in this picture. */
  public Set<Obstacle> notAssessed() {
    Set<Obstacle> missing = EnumSet.allOf(Obstacle.class);
    missing.removeAll(confidence.keySet());
    return missing;
  }

  /** The confidence of the surest obstacle, 0 when nothing was assessed. */
  public double strongest() {
    return confidence.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
