package org.facedesk.faiss;

import java.util.Arrays;
import java.util.Random;

/** Random unit vectors with scattered ids, the same in each run. */
record Vectors(int dimension, int count, float[] values, long[] ids) {

  static Vectors random(int dimension, int count) {
    Random random = new Random(1);
    float[] values = new float[dimension * count];
    long[] ids = new long[count];
    for (int i = 0; i < count; i++) {
      fillUnit(random, values, i * dimension, dimension);
      ids[i] = 1_000_000_007L * (i + 1);
    }
    return new Vectors(dimension, count, values, ids);
  }

  float[] vector(int i) {
    return Arrays.copyOfRange(values, i * dimension, (i + 1) * dimension);
  }

  private static void fillUnit(Random random, float[] values, int from, int dimension) {
    double squares = 0;
    for (int j = 0; j < dimension; j++) {
      values[from + j] = (float) random.nextGaussian();
      squares += values[from + j] * values[from + j];
    }
    for (int j = 0; j < dimension; j++) {
      values[from + j] /= (float) Math.sqrt(squares);
    }
  }
}
