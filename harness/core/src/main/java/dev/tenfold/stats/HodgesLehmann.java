package dev.tenfold.stats;

import java.util.Arrays;

/**
 * By how much head is shifted against base, from the ranks: the median of all differences of a head
 * value and a base value, and an interval whose ends are two of these differences (Hodges and
 * Lehmann, Estimates of Location Based on Rank Tests, 1963; Moses' interval in Lehmann,
 * Nonparametrics, 1975, section 2.6).
 *
 * @param shift the estimate, head minus base
 * @param interval holds the shifts that the exact Mann-Whitney test does not reject; the whole line
 *     if the samples are too small to reject any
 * @param attainedLevel the level that the interval has, at least the one asked for
 */
public record HodgesLehmann(double shift, Interval interval, double attainedLevel) {
  /** 1 - 0.9 is a trace below 0.1, which must not cost a rank. */
  private static final double ROUNDING = 1e-12;

  /**
   * The shift between two samples.
   *
   * @param base 1 to {@link MannWhitney#MOST_EXACT} finite values
   * @param head as many
   * @param level the share of such intervals that must hold the true shift, above 0 and below 1
   */
  public static HodgesLehmann of(double[] base, double[] head, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A level lies between 0 and 1, unlike " + level + ".");
    }
    double[] atMost = MannWhitney.cumulative(base.length, head.length);
    double[] differences =
        Arrays.stream(head).flatMap(h -> Arrays.stream(base).map(b -> h - b)).sorted().toArray();
    if (!Double.isFinite(differences[0]) || !Double.isFinite(differences[differences.length - 1])) {
      throw new IllegalArgumentException("A shift takes finite values only.");
    }
    double shift = Quantiles.type7(differences, 0.5);
    int k = 0; // how many differences may be cut off on each side
    while (atMost[k] <= (1 - level) / 2 + ROUNDING) {
      k++;
    }
    if (k == 0) {
      Interval line = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      return new HodgesLehmann(shift, line, 1);
    }
    Interval interval = new Interval(differences[k - 1], differences[differences.length - k]);
    return new HodgesLehmann(shift, interval, 1 - 2 * atMost[k - 1]);
  }
}
