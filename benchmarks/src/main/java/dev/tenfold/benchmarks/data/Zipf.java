package dev.tenfold.benchmarks.data;

import java.util.Arrays;
import java.util.Random;

/**
 * Zipf's distribution over the ranks 0 to n - 1: rank k has a probability proportional to {@code 1
 * / (k + 1)^exponent}.
 *
 * <p>That is how requests to web caches are spread over pages, with exponents of 0.64 to 0.83 in
 * the logs of Breslau et al. (Web Caching and Zipf-like Distributions, INFOCOM 1999, section 3),
 * and how the YCSB benchmark of key-value stores asks for records, with 0.99 (Cooper et al., SoCC
 * 2010, section 4).
 *
 * <p>Drawn by inversion of a table of the cumulative probabilities with a binary search (Devroye,
 * Non-Uniform Random Variate Generation, 1986, section III.2): exact for every exponent, and slow
 * only where it does not matter, because the suites draw before they measure.
 */
public final class Zipf {
  private final double[] cumulative;

  /**
   * @param ranks how many there are; at least 1
   * @param exponent 0 for a uniform distribution; the greater, the more skewed
   */
  public Zipf(int ranks, double exponent) {
    if (ranks < 1 || !(exponent >= 0) || Double.isInfinite(exponent)) {
      throw new IllegalArgumentException(
          "Zipf's distribution has at least 1 rank and a finite exponent >= 0, not %d and %s."
              .formatted(ranks, exponent));
    }
    double[] sums = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += Math.pow(rank + 1, -exponent);
      sums[rank] = sum;
    }
    for (int rank = 0; rank < ranks; rank++) {
      sums[rank] /= sum;
    }
    cumulative = sums;
  }

  /** The probability of a rank, from 0 to 1. */
  public double probability(int rank) {
    return rank == 0 ? cumulative[0] : cumulative[rank] - cumulative[rank - 1];
  }

  /** A rank drawn at random. */
  public int draw(Random random) {
    // The first rank whose cumulative probability exceeds the uniform number; the last rank's is
    // exactly 1, which no uniform number reaches.
    int found = Arrays.binarySearch(cumulative, random.nextDouble());
    return found >= 0 ? found + 1 : ~found;
  }
}
