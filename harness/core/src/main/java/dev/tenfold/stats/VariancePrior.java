package dev.tenfold.stats;

import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.StatUtils;

/**
 * What the benchmarks of a suite say together about the variance of any one of them: a scaled
 * inverse chi-square distribution (Smyth, Linear Models and Empirical Bayes Methods, SAGMB 2004).
 *
 * @param degreesOfFreedom how many degrees of freedom of its own the prior is worth, above 0;
 *     infinity if the variances do not differ by more than chance
 * @param variance the prior's variance, above 0
 */
public record VariancePrior(double degreesOfFreedom, double variance) {
  public VariancePrior {
    if (!(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "A prior is worth more than 0 degrees of freedom, unlike " + degreesOfFreedom + ".");
    }
    if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("The variance is " + variance + ", not above 0.");
    }
  }

  /**
   * The prior whose first two moments of ln variance are those of the sample (Smyth, section 6.2).
   *
   * @param variances at least 2, each above 0, one for each benchmark
   * @param df the degrees of freedom of each of them, above 0
   */
  public static VariancePrior fit(double[] variances, double df) {
    if (variances.length < 2 || !Arrays.stream(variances).allMatch(v -> v > 0)) {
      throw new IllegalArgumentException(
          "A prior takes at least 2 variances above 0, unlike " + Arrays.toString(variances));
    }
    double[] logs = Arrays.stream(variances).map(v -> Math.log(v) - bias(df)).toArray();
    double centre = StatUtils.mean(logs);
    double excess = StatUtils.variance(logs) - Gamma.trigamma(df / 2);
    if (excess <= 0) {
      return new VariancePrior(Double.POSITIVE_INFINITY, Math.exp(centre));
    }
    double prior = 2 * trigammaInverse(excess);
    return new VariancePrior(prior, Math.exp(centre + bias(prior)));
  }

  /**
   * The variance of one benchmark, drawn toward the prior.
   *
   * @param ownVariance as its own forks have it, at least 0
   * @param df the degrees of freedom of that, above 0
   */
  public double posterior(double ownVariance, double df) {
    return variance + df / (degreesOfFreedom + df) * (ownVariance - variance);
  }

  /**
   * The moderated t: {@link Contrasts#pooled} with the posterior variance and the degrees of
   * freedom of both (Smyth, sections 3 and 4).
   */
  public Contrast moderated(double[] base, double[] head) {
    double df = base.length + head.length - 2.0;
    double posterior = posterior(Contrasts.pooledVariance(base, head), df);
    double standardError = Math.sqrt(posterior * (1.0 / base.length + 1.0 / head.length));
    double difference = StatUtils.mean(head) - StatUtils.mean(base);
    return new Contrast(difference, standardError, degreesOfFreedom + df);
  }

  /** The mean of ln(chi-square / df): how far the logarithm of a variance lies low on average. */
  private static double bias(double df) {
    return Gamma.digamma(df / 2) - Math.log(df / 2);
  }

  private static double trigammaInverse(double y) {
    // 1 / x < trigamma(x) < 1 / x + 1 / x^2 for every x above 0, which brackets the root.
    double above = (1 + Math.sqrt(1 + 4 * y)) / (2 * y);
    return new BrentSolver(1e-12, 1e-12).solve(1_000, x -> Gamma.trigamma(x) - y, 1 / y, above);
  }
}
