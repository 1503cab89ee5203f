package dev.tenfold.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusts the p-values of a family of tests, so that a whole suite is judged at one error rate: an
 * adjusted p of at most alpha is a rejection at alpha.
 */
public final class Multiplicity {
  private Multiplicity() {}

  /**
   * Controls the probability of any false rejection in the family, whatever the dependence between
   * its tests (Holm, A Simple Sequentially Rejective Multiple Test Procedure, 1979).
   *
   * @param p from 0 to 1, in any order; may be empty
   * @return the adjusted p-values in the order of the input
   */
  public static double[] holm(double[] p) {
    int[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int i = 0; i < p.length; i++) {
      largest = Math.max(largest, Math.min(1, (p.length - i) * p[order[i]]));
      adjusted[order[i]] = largest;
    }
    return adjusted;
  }

  /**
   * Controls the expected share of false ones among the rejections, where the tests are independent
   * or positively dependent (Benjamini and Hochberg, Controlling the False Discovery Rate, 1995).
   *
   * @param p from 0 to 1, in any order; may be empty
   * @return the adjusted p-values in the order of the input
   */
  public static double[] benjaminiHochberg(double[] p) {
    int[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double smallest = 1;
    for (int i = p.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, (double) p.length / (i + 1) * p[order[i]]);
      adjusted[order[i]] = smallest;
    }
    return adjusted;
  }

  private static int[] ascending(double[] p) {
    if (!Arrays.stream(p).allMatch(value -> value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("A p lies from 0 to 1, unlike in " + Arrays.toString(p));
    }
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
