package dev.tenfold.stats;

import java.util.Arrays;

/** Sample quantiles of type 7, the default of R, NumPy and Excel. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The quantile by linear interpolation between order statistics (Hyndman and Fan, Sample
   * Quantiles in Statistical Packages, 1996, definition 7).
   *
   * @param sample at least one finite number, in any order; not changed
   * @param p from 0, the smallest, to 1, the largest
   */
  public static double type7(double[] sample, double p) {
    if (sample.length == 0) {
      throw new IllegalArgumentException("An empty sample has no quantile.");
    }
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("A quantile is taken at 0 to 1, not at " + p);
    }
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, p);
  }

  /**
   * The median of the distances from the median, which a few outliers do not move (Hampel, The
   * Influence Curve and its Role in Robust Estimation, 1974).
   *
   * @param sample at least one finite number, in any order; not changed
   */
  public static double medianAbsoluteDeviation(double[] sample) {
    double middle = type7(sample, 0.5);
    return type7(Arrays.stream(sample).map(value -> Math.abs(value - middle)).toArray(), 0.5);
  }

  /** The quantile of a sample that is in ascending order already, which is not checked. */
  public static double ofSorted(double[] sorted, double p) {
    double at = (sorted.length - 1) * p;
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
