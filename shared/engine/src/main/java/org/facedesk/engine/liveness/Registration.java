package org.facedesk.engine.liveness;

import org.jspecify.annotations.Nullable;

/**
 * Finds where the reference's pixels went in another picture: robust Gauss–Newton on the pixels
 * themselves (Lucas and Kanade 1981; Baker and Matthews 2004), for motions that are linear in their
 * coefficients.
 */
final class Registration {
  private static final int MAX_STEPS = 20;
  private static final double SMALL_STEP = 0.01;
  private static final double LONGEST_STEP = 2;
  private static final double DAMPING = 1e-5;

  /** Median absolute deviation to standard deviation, for normal noise. */
  private static final double MAD = 1.4826;

  private static final double LEAST_DEVIATION = 1e-3;

  private final double[][] design;
  private final double[] target;

  /**
   * @param design one row a pixel: what its place in the other picture is a combination of
   * @param target the pixels' values in the reference
   */
  Registration(double[][] design, double[] target) {
    this.design = design;
    this.target = target;
  }

  /**
   * @param coefficients one row a column of the design: for x and for y
   * @param correlation of the reference with what was found
   */
  record Fit(double[][] coefficients, double correlation) {}

  /** The better of the fits from several starts; null if none converged to numbers. */
  @Nullable Fit best(CropPicture picture, double[][]... starts) {
    Fit best = null;
    for (double[][] start : starts) {
      Fit fit = fit(picture, start);
      if (Double.isFinite(fit.correlation)
          && (best == null || fit.correlation > best.correlation)) {
        best = fit;
      }
    }
    return best;
  }

  private Fit fit(CropPicture picture, double[][] start) {
    int k = start.length;
    double[][] p = new double[k][];
    for (int i = 0; i < k; i++) {
      p[i] = start[i].clone();
    }
    Samples samples = new Samples(target.length);
    for (int n = 0; n < MAX_STEPS; n++) {
      samples.take(picture, p);
      double[] step = step(samples, k);
      double size = 0;
      for (int i = 0; i < 3; i++) {
        size = Math.max(size, Math.max(Math.abs(step[i]), Math.abs(step[k + i])));
      }
      if (!Double.isFinite(size)) {
        return new Fit(p, Double.NaN);
      }
      double scale = Math.min(1, LONGEST_STEP / Math.max(size, 1e-9));
      for (int i = 0; i < k; i++) {
        p[i][0] += scale * step[i];
        p[i][1] += scale * step[k + i];
      }
      if (size < SMALL_STEP) {
        break;
      }
    }
    samples.take(picture, p);
    return new Fit(p, samples.correlation());
  }

  private double[] step(Samples s, int k) {
    double deviation = MAD * Numbers.median(s.absoluteErrors()) + LEAST_DEVIATION;
    double[][] normal = new double[2 * k][2 * k];
    double[] right = new double[2 * k];
    double[] row = new double[2 * k];
    for (int n = 0; n < target.length; n++) {
      double error = target[n] - s.value[n];
      double relative = error / (2 * deviation);
      double weight = 1 / (1 + relative * relative);
      for (int i = 0; i < k; i++) {
        row[i] = design[n][i] * s.slopeX[n];
        row[k + i] = design[n][i] * s.slopeY[n];
      }
      for (int i = 0; i < 2 * k; i++) {
        double weighted = weight * row[i];
        right[i] += weighted * error;
        for (int j = 0; j <= i; j++) {
          normal[i][j] += weighted * row[j];
        }
      }
    }
    double trace = 0;
    for (int i = 0; i < 2 * k; i++) {
      trace += normal[i][i];
    }
    for (int i = 0; i < 2 * k; i++) {
      normal[i][i] += DAMPING * trace / (2 * k);
    }
    LeastSquares.solve(normal, right);
    return right;
  }

  /** What the other picture shows at the places the reference's pixels are thought to be. */
  private final class Samples {
    private final double[] value;
    private final double[] slopeX;
    private final double[] slopeY;

    Samples(int count) {
      value = new double[count];
      slopeX = new double[count];
      slopeY = new double[count];
    }

    void take(CropPicture picture, double[][] p) {
      double[] sample = new double[3];
      for (int n = 0; n < value.length; n++) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < p.length; i++) {
          x += design[n][i] * p[i][0];
          y += design[n][i] * p[i][1];
        }
        picture.sample(x, y, sample);
        value[n] = sample[0];
        slopeX[n] = sample[1];
        slopeY[n] = sample[2];
      }
    }

    double[] absoluteErrors() {
      double[] errors = new double[value.length];
      for (int n = 0; n < errors.length; n++) {
        errors[n] = Math.abs(target[n] - value[n]);
      }
      return errors;
    }

    double correlation() {
      int n = value.length;
      double meanT = 0;
      double meanV = 0;
      for (int i = 0; i < n; i++) {
        meanT += target[i] / n;
        meanV += value[i] / n;
      }
      double tt = 0;
      double vv = 0;
      double tv = 0;
      for (int i = 0; i < n; i++) {
        double t = target[i] - meanT;
        double v = value[i] - meanV;
        tt += t * t;
        vv += v * v;
        tv += t * v;
      }
      return tv / Math.sqrt(tt * vv);
    }
  }
}
