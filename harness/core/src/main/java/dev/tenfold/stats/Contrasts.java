package dev.tenfold.stats;

import java.util.Arrays;
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
