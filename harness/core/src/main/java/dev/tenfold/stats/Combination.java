package dev.tenfold.stats;

/** Makes one p of two that judge the same question by different statistics of the same data. */
public final class Combination {
  private Combination() {}

  /**
   * Twice the smaller, at most 1. It holds whatever the dependence between the two.
   *
   * @param p1 from 0 to 1
   * @param p2 from 0 to 1
   */
  public static double bonferroni(double p1, double p2) {
    return Math.min(1, 2 * Math.min(checked(p1), checked(p2)));
  }

  /**
   * The Cauchy combination with equal weights (Liu and Xie, Cauchy Combination Test, JASA 2020): a
   * little sharper than Bonferroni where the two agree, and proven only for small p.
   *
   * @param p1 from 0 to 1; 0 makes the answer 0
   * @param p2 from 0 to 1; 0 makes the answer 0
   */
  public static double cauchy(double p1, double p2) {
    // Cotangents, not the paper's tangents of 0.5 - p: the same, without losing a tiny p.
    double mean = (cotangent(checked(p1)) + cotangent(checked(p2))) / 2;
    return Math.atan2(1, mean) / Math.PI;
  }

  private static double cotangent(double p) {
    return 1 / Math.tan(Math.PI * p);
  }

  private static double checked(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("A p lies from 0 to 1, unlike " + p + ".");
    }
    return p;
  }
}
