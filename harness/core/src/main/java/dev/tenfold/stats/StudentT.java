package dev.tenfold.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distribution, with the normal distribution as its end. */
final class StudentT {
  /** From here on t and the normal agree to 1e-6 of any p above 1e-15. */
  private static final double NORMAL_FROM = 1e9;

  /** How far off a quantile may be; the library's own 1e-9 would show in a small t. */
  private static final double QUANTILE_ACCURACY = 1e-13;

  /** Enough for the few levels and degrees of freedom that a suite of equal shape asks for. */
  private static final int REMEMBERED = 1_000;

  /** A quantile is found by a search, and a suite asks for the same few thousands of times. */
  private static final Map<Quantile, Double> QUANTILES = new ConcurrentHashMap<>();

  private StudentT() {}

  private record Quantile(double p, double df) {}

  /**
   * The probability of a value of at most t. Accurate in the lower tail, so ask for an upper tail
   * as {@code cdf(-t, df)} and never as {@code 1 - cdf(t, df)}.
   *
   * @param t any number or an infinity
   * @param df above 0; infinity is the normal distribution
   */
  static double cdf(double t, double df) {
    if (Double.isInfinite(t)) {
      return t < 0 ? 0 : 1;
    }
    return distribution(df).cumulativeProbability(t);
  }

  /**
   * The value that is not exceeded with probability p.
   *
   * @param p above 0 and below 1
   * @param df above 0; infinity is the normal distribution
   */
  static double quantile(double p, double df) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("t has no quantile at " + p + ", only between 0 and 1.");
    }
    Quantile asked = new Quantile(p, df);
    Double known = QUANTILES.get(asked);
    if (known != null) {
      return known;
    }
    double found = distribution(df).inverseCumulativeProbability(p);
    if (QUANTILES.size() < REMEMBERED) {
      QUANTILES.put(asked, found);
    }
    return found;
  }

  private static RealDistribution distribution(double df) {
    // No random generator: the library would seed one for every call, which costs more than the p.
    return df < NORMAL_FROM
        ? new TDistribution(null, df, QUANTILE_ACCURACY)
        : new NormalDistribution(null, 0, 1);
  }
}
