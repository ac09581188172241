package org.facedesk.engine.liveness;

import java.util.Arrays;

/**
 * Least squares by normal equations and Cholesky's decomposition: enough for the small, well scaled
 * systems of this package. A system without a unique solution gives NaN, which no gate accepts.
 */
final class LeastSquares {
  private LeastSquares() {}

  /**
   * The coefficients that bring {@code rows · coefficients} closest to the targets.
   *
   * @param rows n rows of k values
   * @param targets n rows of m values
   * @return k rows of m values
   */
  static double[][] fit(double[][] rows, double[][] targets) {
    int k = rows[0].length;
    int m = targets[0].length;
    double[][] normal = new double[k][k];
    double[][] right = new double[m][k];
    for (int n = 0; n < rows.length; n++) {
      double[] row = rows[n];
      for (int i = 0; i < k; i++) {
        for (int j = 0; j <= i; j++) {
          normal[i][j] += row[i] * row[j];
        }
        for (int c = 0; c < m; c++) {
          right[c][i] += row[i] * targets[n][c];
        }
      }
    }
    decompose(normal);
    double[][] result = new double[k][m];
    for (int c = 0; c < m; c++) {
      substitute(normal, right[c]);
      for (int i = 0; i < k; i++) {
        result[i][c] = right[c][i];
      }
    }
    return result;
  }

  /**
   * Solves a symmetric positive definite system.
   *
   * @param matrix lower triangle; overwritten
   * @param right right side; overwritten by the solution
   */
  static void solve(double[][] matrix, double[] right) {
    decompose(matrix);
    substitute(matrix, right);
  }

  private static void decompose(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        // the root of a pivot that is not positive is NaN or makes the result infinite
        a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
      }
    }
  }

  private static void substitute(double[][] lower, double[] b) {
    int n = b.length;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        b[i] -= lower[i][k] * b[k];
      }
      b[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        b[i] -= lower[k][i] * b[k];
      }
      b[i] /= lower[i][i];
    }
    if (Arrays.stream(b).anyMatch(v -> !Double.isFinite(v))) {
      Arrays.fill(b, Double.NaN);
    }
  }
}
