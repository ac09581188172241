package org.facedesk.engine.quality;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;

/**
 * Which components a picture must satisfy to be kept, and how well.
 *
 * <p>The components' curves come from a standard and were not made to share one limit: 20° of yaw
 * score 88, 40 pixels between the eyes score 18. So each gating component has its own minimum, and
 * {@link #quality} brings the scores to one scale on which every minimum lies at 0.5 and a perfect
 * score at 1. A picture's quality is that of its worst gating component. Raising the threshold
 * above 0.5 tightens all gates together.
 *
 * <p>Components without a minimum guide and are reported, and never refuse.
 *
 * @param minimumScores least score of each gating component, 1..99
 * @param threshold quality from which a picture is accepted, 0..1
 */
public record QualityPolicy(Map<QualityComponent, Integer> minimumScores, double threshold) {
  /**
   * The station's defaults. Geometry follows from limits in degrees and pixels; the others are set
   * where at most a twentieth of near-frontal development pictures falls below, see {@code
   * docs/quality.md}.
   */
  public static final QualityPolicy DEFAULT =
      new QualityPolicy(
          Map.ofEntries(
              entry(QualityComponent.SINGLE_FACE, 60),
              entry(QualityComponent.INTER_EYE_DISTANCE, minimumForEyeDistance(40)),
              entry(QualityComponent.YAW, minimumForAngle(20)),
              entry(QualityComponent.PITCH, minimumForAngle(20)),
              entry(QualityComponent.ROLL, minimumForAngle(20)),
              entry(QualityComponent.SHARPNESS, 50),
              entry(QualityComponent.UNDER_EXPOSURE, 50),
              entry(QualityComponent.OVER_EXPOSURE, 20),
              entry(QualityComponent.LUMINANCE_MEAN, 10),
              entry(QualityComponent.ILLUMINATION_UNIFORMITY, 20),
              entry(QualityComponent.EYES_OPEN, 85)),
          0.5);

  /**
   * @throws IllegalArgumentException without a gating component, or with a number out of range
   */
  public QualityPolicy {
    minimumScores = Map.copyOf(minimumScores);
    if (minimumScores.isEmpty()) {
      throw new IllegalArgumentException("a policy needs at least one gating component");
    }
    if (minimumScores.values().stream().anyMatch(score -> score < 1 || score > 99)) {
      throw new IllegalArgumentException("a minimum score lies between 1 and 99");
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a quality threshold lies between 0 and 1");
    }
  }

  /** The components that can refuse a picture. */
  public Set<QualityComponent> gating() {
    return minimumScores.keySet();
  }

  public QualityPolicy withThreshold(double other) {
    return new QualityPolicy(minimumScores, other);
  }

  /**
   * A gating component's score on the common scale: 0 at 0, 0.5 at its minimum, 1 at 100, straight
   * lines between. What was not assessed stands at 0: nobody has seen that it is good.
   *
   * @throws IllegalArgumentException if the component has no minimum here
   */
  public double quality(QualityComponent component, int score) {
    Integer minimum = minimumScores.get(component);
    if (minimum == null) {
      throw new IllegalArgumentException(component + " does not gate");
    }
    if (score <= 0) {
      return 0;
    }
    return score < minimum
        ? 0.5 * score / minimum
        : 0.5 + 0.5 * (score - minimum) / (100.0 - minimum);
  }

  /** The worst gating component decides. */
  public QualityVerdict judge(QualityReport report) {
    QualityComponent worst =
        gating().stream()
            .min(
                Comparator.<QualityComponent>comparingDouble(c -> quality(c, report.score(c)))
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
    double quality = quality(worst, report.score(worst));
    return new QualityVerdict(quality >= threshold, worst, quality);
  }

  /** Scores are whole numbers: rounded up, so that nothing beyond the limit reaches the minimum. */
  private static int minimumForAngle(double degrees) {
    double cosine = Math.cos(Math.toRadians(degrees));
    return (int) Math.ceil(100 * cosine * cosine);
  }

  private static int minimumForEyeDistance(double pixels) {
    return (int) Math.ceil(100 * Curve.sigmoid(pixels, 70, 20));
  }
}
