package dev.tenfold.stats;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * The exact permutation test of a difference of means: how often would the same values, dealt to
 * the two sides at random, differ as much? (Pitman, Significance Tests Which May be Applied to
 * Samples from Any Populations, 1937.)
 *
 * @param difference the mean of head minus that of base
 * @param relabellings the ways to deal the values, every one of which was counted
 * @param pGreater one-sided: the share of relabellings with at least this difference
 * @param pLess one-sided: the share with at most this difference
 * @param pTwoSided the share whose difference is at least as far from 0
 */
public record Permutation(
    double difference, long relabellings, double pGreater, double pLess, double pTwoSided) {
  /** More relabellings than this are refused: 11 values on each side have 705,432. */
  public static final long MOST_RELABELLINGS = 1_000_000;

  /** Sums of the same values in another order differ by roundings, and must count as equal. */
  private static final double ROUNDING = 1e-12;

  /**
   * Counts every relabelling.
   *
   * @param base at least one finite value
   * @param head at least one finite value; with base, few enough for {@link #MOST_RELABELLINGS}
   */
  public static Permutation ofMeans(double[] base, double[] head) {
    if (base.length == 0 || head.length == 0) {
      throw new IllegalArgumentException("A permutation takes at least one value on each side.");
    }
    if (!DoubleStream.concat(Arrays.stream(base), Arrays.stream(head)).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("A permutation takes finite values only.");
    }
    double[] pooled = Arrays.copyOf(base, base.length + head.length);
    System.arraycopy(head, 0, pooled, base.length, head.length);
    double all = CombinatoricsUtils.binomialCoefficientDouble(pooled.length, head.length);
    if (all > MOST_RELABELLINGS) {
      throw new IllegalArgumentException(
          base.length + " and " + head.length + " values have too many relabellings to count.");
    }
    return counted(pooled, head.length);
  }

  private static Permutation counted(double[] pooled, int ofHead) {
    double total = Arrays.stream(pooled).sum();
    double slack = ROUNDING * Arrays.stream(pooled).map(Math::abs).max().orElseThrow();
    int[] headLast = new int[ofHead];
    Arrays.setAll(headLast, i -> pooled.length - ofHead + i);
    double observed = difference(pooled, headLast, total);
    long all = 0;
    long greater = 0;
    long less = 0;
    long farther = 0;
    Iterator<int[]> deals = CombinatoricsUtils.combinationsIterator(pooled.length, ofHead);
    while (deals.hasNext()) {
      double dealt = difference(pooled, deals.next(), total);
      all++;
      greater += dealt >= observed - slack ? 1 : 0;
      less += dealt <= observed + slack ? 1 : 0;
      farther += Math.abs(dealt) >= Math.abs(observed) - slack ? 1 : 0;
    }
    return new Permutation(
        observed, all, (double) greater / all, (double) less / all, (double) farther / all);
  }

  private static double difference(double[] pooled, int[] head, double total) {
    double sum = 0;
    for (int at : head) {
      sum += pooled[at];
    }
    return sum / head.length - (total - sum) / (pooled.length - head.length);
  }
}
