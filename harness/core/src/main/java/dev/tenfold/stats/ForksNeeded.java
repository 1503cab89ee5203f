package dev.tenfold.stats;

import java.util.OptionalInt;

/**
 * How many forks it takes to see a difference of a given size.
 *
 * <p>The number is the first whose {@link Contrast#smallestVisible} is not above the difference,
 * and shares that approximation. It takes the sd as given; one that was estimated from few forks is
 * itself uncertain, and so then is the number.
 */
public final class ForksNeeded {
  /** More forks than this are never the answer; a quieter machine or a wider threshold is. */
  public static final int MOST = 1_000;

  private ForksNeeded() {}

  /**
   * Forks on each side, for {@link Contrasts#pooled}.
   *
   * @param difference the true difference to see, above 0, on the scale of the sd
   * @param sd the standard deviation between forks of one side, at least 0
   * @param alpha the one-sided error of the test, above 0 and below 0.5
   * @param power the probability of seeing the difference, at least 0.5 and below 1
   * @return at least 2; empty if it is more than {@link #MOST}
   */
  public static OptionalInt perSide(double difference, double sd, double alpha, double power) {
    return needed(difference, sd, 2, alpha, power);
  }

  /**
   * Pairs of forks, for {@link Contrasts#paired}.
   *
   * @param difference the true difference to see, above 0, on the scale of the sd
   * @param sd the standard deviation between pairs of the difference within a pair, at least 0
   * @param alpha the one-sided error of the test, above 0 and below 0.5
   * @param power the probability of seeing the difference, at least 0.5 and below 1
   * @return at least 2; empty if it is more than {@link #MOST}
   */
  public static OptionalInt pairs(double difference, double sd, double alpha, double power) {
    return needed(difference, sd, 1, alpha, power);
  }

  private static OptionalInt needed(
      double difference, double sd, int sides, double alpha, double power) {
    if (!(difference > 0)) {
      throw new IllegalArgumentException(
          "The difference to see is " + difference + ", not above 0.");
    }
    // The normal distribution has the thinner tails, so its answer is never above that of t.
    double asNormal =
        new Contrast(0, sd * Math.sqrt(sides), Double.POSITIVE_INFINITY)
            .smallestVisible(alpha, power);
    int from = (int) Math.max(2, Math.min(MOST + 1, Math.pow(asNormal / difference, 2)));
    for (int n = from; n <= MOST; n++) {
      Contrast atN = new Contrast(0, sd * Math.sqrt((double) sides / n), sides * (n - 1));
      if (atN.smallestVisible(alpha, power) <= difference) {
        return OptionalInt.of(n);
      }
    }
    return OptionalInt.empty();
  }
}
