package org.facedesk.engine;

import java.util.List;

/**
 * A face as a vector of unit length. Immutable by agreement: the array is not copied.
 *
 * @param modelId the model that made it
 * @param samples how many pictures were fused into it; a threshold belongs to a model and a sample
 *     count
 */
public record Template(String modelId, int samples, float[] vector) {

  /** Scales to unit length. */
  public static Template normalised(String modelId, int samples, float[] raw) {
    double sum = 0;
    for (float v : raw) {
      sum += (double) v * v;
    }
    double norm = Math.sqrt(sum);
    if (!(norm > 0) || Double.isInfinite(norm)) {
      throw new IllegalArgumentException("a template needs a finite vector that is not zero");
    }
    float[] unit = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      unit[i] = (float) (raw[i] / norm);
    }
    return new Template(modelId, samples, unit);
  }

  /** Mean of the vectors, scaled to unit length again. */
  public static Template fused(List<Template> parts) {
    Template first = parts.getFirst();
    float[] sum = new float[first.vector.length];
    int samples = 0;
    for (Template part : parts) {
      if (!part.modelId.equals(first.modelId)) {
        throw new IllegalArgumentException("templates of different models cannot be fused");
      }
      samples += part.samples;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part.vector[i];
      }
    }
    return normalised(first.modelId, samples, sum);
  }

  /** Euclidean distance between unit vectors, 0..2. */
  public double distanceTo(Template other) {
    if (!other.modelId.equals(modelId)) {
      throw new IllegalArgumentException("templates of different models cannot be compared");
    }
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      double d = vector[i] - other.vector[i];
      sum += d * d;
    }
    return Math.sqrt(sum);
  }
}
