package dev.tenfold.stats;

/**
 * Evidence that may be looked at after every fork without spending any error.
 *
 * <p>Under "no difference" the probability that the value ever reaches 1 / alpha is at most alpha,
 * however often one looks. It is the Bayes factor of the two-sample t with a normal prior on the
 * standardised difference (Gönen and others, The Bayesian Two-Sample t Test, American Statistician
 * 2005), which is an e-value (Pérez-Ortiz and others, E-Statistics, Group Invariance and
 * Anytime-Valid Testing, Annals of Statistics 2024).
 */
public final class EValue {
  private EValue() {}

  /**
   * The evidence against "no difference", two-sided: above 1 speaks against it, below 1 for it.
   *
   * @param t of {@link Contrasts#pooled} with as many forks on each side
   * @param forksPerSide at least 2
   * @param spread the prior's variance of difference / sd, above 0: a guess at how large
   *     differences are; a bad guess costs power and never validity
   */
  public static double ofPooledT(double t, int forksPerSide, double spread) {
    if (forksPerSide < 2 || !(spread > 0)) {
      throw new IllegalArgumentException(
          "An e-value takes at least 2 forks on each side and a spread above 0, unlike "
              + forksPerSide
              + " and "
              + spread
              + ".");
    }
    double df = 2.0 * forksPerSide - 2;
    double widening = 1 + forksPerSide / 2.0 * spread;
    double square = t * t / df;
    return Math.pow((1 + square) / (1 + square / widening), (df + 1) / 2) / Math.sqrt(widening);
  }
}
