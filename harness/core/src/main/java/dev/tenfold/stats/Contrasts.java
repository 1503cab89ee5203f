package dev.tenfold.stats;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The t-tests: contrasts made from samples of independent values.
 *
 * <p>A value is one fork, or one pair of forks, and never an iteration: the iterations of a fork
 * resemble each other, and a test that takes them as independent finds differences where there are
 * none. Give logarithms, and the differences are logarithms of ratios.
 *
 * <p>Every factory takes a floor under the standard deviation, on the scale of the values. Coarse
 * clocks can give the same number fork after fork, and such a sample would otherwise look as if it
 * were known exactly. With a floor of 0, samples without any spread that differ are refused.
 */
public final class Contrasts {
  private Contrasts() {}

  /**
   * The mean of head minus that of base with the variance of both sides pooled (Student 1908;
   * Fisher, Applications of Student's Distribution, 1925): the two sides are taken to vary alike.
   *
   * @param base at least 2 finite values
   * @param head at least 2 finite values
   * @param sdFloor the least standard deviation of a value to reckon with, at least 0
   */
  public static Contrast pooled(double[] base, double[] head, double sdFloor) {
    double sd = Math.max(Math.sqrt(pooledVariance(base, head)), checkedFloor(sdFloor));
    double standardError = sd * Math.sqrt(1.0 / base.length + 1.0 / head.length);
    return contrast(difference(base, head), standardError, base.length + head.length - 2);
  }

  /**
   * The mean of head minus that of base where each side has its own variance (Welch, The
   * Generalization of Student's Problem, Biometrika 1947).
   *
   * @param base at least 2 finite values
   * @param head at least 2 finite values
   * @param sdFloor the least standard deviation of a value to reckon with, at least 0
   */
  public static Contrast welch(double[] base, double[] head, double sdFloor) {
    double floor = checkedFloor(sdFloor);
    Contrast ofHead = new Contrast(0, standardError(head, floor), head.length - 1);
    Contrast both = ofHead.widened(standardError(base, floor), base.length - 1);
    return contrast(difference(base, head), both.standardError(), both.degreesOfFreedom());
  }

  /**
   * The mean of differences within pairs, against 0 (Student 1908).
   *
   * <p>With the iterations of a run for differences and no floor, the interval at level 0.999 is
   * the score and error that JMH prints.
   *
   * @param differences at least 2 finite values, head minus base, one for each pair
   * @param sdFloor the least standard deviation of a difference to reckon with, at least 0
   */
  public static Contrast paired(double[] differences, double sdFloor) {
    double standardError = standardError(differences, checkedFloor(sdFloor));
    return contrast(StatUtils.mean(differences), standardError, differences.length - 1);
  }

  /**
   * The weighted mean of differences within pairs, against 0, with the error and the freedom of
   * Hartung and Knapp (On Tests of the Overall Treatment Effect in Meta-Analysis with Normally
   * Distributed Responses, Statistics in Medicine 2001, section 3): the error is taken from how the
   * differences scatter, and not from the weights, which only say whom to trust more. Equal weights
   * give {@link #paired}.
   *
   * @param differences at least 2 finite values, head minus base, one for each pair
   * @param weights a positive finite one for each; only their ratios count
   * @param sdFloor the least standard deviation of a difference to reckon with, at least 0
   */
  public static Contrast weighted(double[] differences, double[] weights, double sdFloor) {
    double floor = checkedFloor(sdFloor);
    variance(differences, "sample"); // asks for two finite values
    if (weights.length != differences.length
        || !Arrays.stream(weights).allMatch(weight -> weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException(
          "Not a positive weight for each of %d differences: %s"
              .formatted(differences.length, Arrays.toString(weights)));
    }
    double sum = StatUtils.sum(weights);
    double estimate = 0;
    for (int i = 0; i < differences.length; i++) {
      estimate += weights[i] / sum * differences[i];
    }
    double scatter = 0;
    double concentration = 0;
    for (int i = 0; i < differences.length; i++) {
      double share = weights[i] / sum;
      scatter += share * (differences[i] - estimate) * (differences[i] - estimate);
      concentration += share * share;
    }
    int freedom = differences.length - 1;
    double standardError = Math.max(Math.sqrt(scatter / freedom), floor * Math.sqrt(concentration));
    return contrast(estimate, standardError, freedom);
  }

  /**
   * The slope of a straight line through independent contrasts by weighted least squares, with the
   * degrees of freedom of Satterthwaite (see {@link Contrast#widened}). It is a claim on the true
   * differences and not on a model: where they do not lie on a line, it is the slope of the closest
   * one.
   *
   * @param at where each contrast stands; at least 2 different finite values
   * @param contrasts as many, each with a standard error above 0
   */
  public static Contrast slope(double[] at, List<Contrast> contrasts) {
    if (at.length != contrasts.size() || Arrays.stream(at).distinct().count() < 2) {
      throw new IllegalArgumentException(
          "A slope takes a contrast at each of 2 or more places, not %d at %s."
              .formatted(contrasts.size(), Arrays.toString(at)));
    }
    double[] weights =
        contrasts.stream().mapToDouble(c -> 1 / Math.pow(c.standardError(), 2)).toArray();
    double centre = 0;
    for (int i = 0; i < at.length; i++) {
      centre += weights[i] * at[i] / StatUtils.sum(weights);
    }
    double spread = 0;
    for (int i = 0; i < at.length; i++) {
      spread += weights[i] * Math.pow(at[i] - centre, 2);
    }
    double estimate = 0;
    Contrast error = new Contrast(0, 0, 1);
    for (int i = 0; i < at.length; i++) {
      Contrast here = contrasts.get(i);
      double share = weights[i] * (at[i] - centre) / spread;
      estimate += share * here.estimate();
      error = error.widened(Math.abs(share) * here.standardError(), here.degreesOfFreedom());
    }
    return new Contrast(estimate, error.standardError(), error.degreesOfFreedom());
  }

  /** The variance of a value, estimated from both sides together. */
  static double pooledVariance(double[] base, double[] head) {
    double squares =
        (base.length - 1) * variance(base, "base") + (head.length - 1) * variance(head, "head");
    return squares / (base.length + head.length - 2);
  }

  private static double standardError(double[] sample, double floor) {
    double sd = Math.sqrt(variance(sample, "sample"));
    return Math.max(sd, floor) / Math.sqrt(sample.length);
  }

  private static double variance(double[] sample, String name) {
    if (sample.length < 2) {
      throw new IllegalArgumentException(
          "A spread takes at least 2 values; the " + name + " has " + sample.length + ".");
    }
    if (!Arrays.stream(sample).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "The " + name + " has a value that is not finite: " + Arrays.toString(sample));
    }
    return StatUtils.variance(sample);
  }

  private static double difference(double[] base, double[] head) {
    return StatUtils.mean(head) - StatUtils.mean(base);
  }

  private static double checkedFloor(double sdFloor) {
    if (!(sdFloor >= 0)) {
      throw new IllegalArgumentException("The floor is " + sdFloor + ", not at least 0.");
    }
    return sdFloor;
  }

  private static Contrast contrast(double estimate, double standardError, double df) {
    if (standardError == 0 && estimate != 0) {
      throw new IllegalArgumentException(
          "The samples differ by "
              + estimate
              + " and have no spread at all, which no t can judge without a floor above 0.");
    }
    return new Contrast(estimate, standardError, df);
  }
}
