package dev.tenfold.stats;

import java.util.Arrays;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * The rank test of whether the values of head tend to be larger than those of base (Mann and
 * Whitney, On a Test of Whether One of Two Random Variables is Stochastically Larger than the
 * Other, 1947).
 *
 * <p>With n values on each side no p is below 1 / C(2n, n): 0.05 one-sided at 3, 0.004 at 5.
 *
 * @param u the pairs of a head value and a base value in which head is larger, a tie counting half
 * @param pGreater one-sided: small when head tends to be larger
 * @param pLess one-sided: small when head tends to be smaller
 */
public record MannWhitney(double u, double pGreater, double pLess) {
  /** The exact test counts orderings, and takes at most this many values on each side. */
  public static final int MOST_EXACT = 50;

  /** Twice the smaller one-sided p, at most 1. */
  public double pTwoSided() {
    return Math.min(1, 2 * Math.min(pGreater, pLess));
  }

  /**
   * The test from the exact distribution of U.
   *
   * @param base 1 to {@link #MOST_EXACT} finite values
   * @param head as many, none of them equal to another on either side
   */
  public static MannWhitney exact(double[] base, double[] head) {
    double[] pooled = pooled(base, head);
    if (tieSum(pooled) > 0) {
      throw new IllegalArgumentException(
          "Values are tied, so the distribution of U is not the exact one; ask for asymptotic.");
    }
    int u = (int) u(base.length, head.length, pooled);
    double[] atMost = cumulative(base.length, head.length);
    // U has the same distribution counted from above as from below.
    return new MannWhitney(u, atMost[atMost.length - 1 - u], atMost[u]);
  }

  /**
   * The test from the normal approximation, with the variance corrected for ties and U moved half a
   * step toward its mean (Lehmann, Nonparametrics, 1975, section 1.4). Where all values are equal
   * the p are 1.
   *
   * @param base at least one finite value
   * @param head at least one finite value
   */
  public static MannWhitney asymptotic(double[] base, double[] head) {
    double[] pooled = pooled(base, head);
    double pairs = (double) base.length * head.length;
    double n = pooled.length;
    double u = u(base.length, head.length, pooled);
    double variance = pairs / 12 * (n + 1 - tieSum(pooled) / (n * (n - 1)));
    // Only equal values have no variance; a sum of roundings may still leave a trace of one.
    if (variance <= 1e-12 * pairs) {
      return new MannWhitney(u, 1, 1);
    }
    double above = u - pairs / 2;
    double sd = Math.sqrt(variance);
    return new MannWhitney(u, normalTail((above - 0.5) / sd), normalTail((-above - 0.5) / sd));
  }

  /** P(U at most u) for every u from 0 to m * n, where no values are tied. */
  static double[] cumulative(int m, int n) {
    if (Math.min(m, n) < 1 || Math.max(m, n) > MOST_EXACT) {
      throw new IllegalArgumentException(
          "The exact distribution of U is for 1 to " + MOST_EXACT + " values on each side.");
    }
    double[] atMost = orderings(m, n)[m];
    for (int u = 1; u < atMost.length; u++) {
      atMost[u] += atMost[u - 1];
    }
    double all = atMost[atMost.length - 1];
    return Arrays.stream(atMost).map(count -> count / all).toArray();
  }

  /** By k and u: the ways to place k of up to m values among the ranks so that U is u. */
  private static double[][] orderings(int m, int n) {
    double[][] ways = new double[m + 1][m * n + 1];
    ways[0][0] = 1;
    for (int rank = 1; rank <= m + n; rank++) {
      // Downward, so that no rank is taken twice.
      for (int k = Math.min(rank, m); k >= 1; k--) {
        int passed = rank - k; // values of the other side that the k-th value lies above
        for (int u = m * n; passed <= n && u >= passed; u--) {
          ways[k][u] += ways[k - 1][u - passed];
        }
      }
    }
    return ways;
  }

  private static double[] pooled(double[] base, double[] head) {
    if (base.length == 0 || head.length == 0) {
      throw new IllegalArgumentException("A rank test takes at least one value on each side.");
    }
    double[] pooled = Arrays.copyOf(base, base.length + head.length);
    System.arraycopy(head, 0, pooled, base.length, head.length);
    return pooled;
  }

  private static double u(int ofBase, int ofHead, double[] pooled) {
    double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(pooled);
    double headRanks = Arrays.stream(ranks, ofBase, ranks.length).sum();
    return headRanks - ofHead * (ofHead + 1.0) / 2;
  }

  /** The sum over groups of t equal values of t^3 - t. */
  private static double tieSum(double[] pooled) {
    double[] sorted = pooled.clone();
    Arrays.sort(sorted);
    double sum = 0;
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[start]) {
        double size = i - start;
        sum += size * size * size - size;
        start = i;
      }
    }
    return sum;
  }

  private static double normalTail(double z) {
    return StudentT.cdf(-z, Double.POSITIVE_INFINITY);
  }
}
