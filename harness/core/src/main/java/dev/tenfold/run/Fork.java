package dev.tenfold.run;

import dev.tenfold.stats.Quantiles;
import java.util.Arrays;

/**
 * One JVM's scores of one metric: the unit of all that is decided, because the iterations of one
 * JVM share its compilation, its heap and its minute and are not independent.
 *
 * <p>A fork is kept either whole, with the score of each iteration, or as its summary alone, which
 * is what a comparison needs and what a kept baseline stores.
 */
public final class Fork {
  private final int iterations;
  private final double mean;
  private final double quartile;
  private final double[] scores;

  private Fork(int iterations, double mean, double quartile, double[] scores) {
    if (iterations < 1) {
      throw new IllegalArgumentException("A fork has at least one iteration.");
    }
    if (!Double.isFinite(mean) || !Double.isFinite(quartile)) {
      throw new IllegalArgumentException(
          "The summary of a fork is finite, not mean %s, quartile %s.".formatted(mean, quartile));
    }
    this.iterations = iterations;
    this.mean = mean;
    this.quartile = quartile;
    this.scores = scores;
  }

  /**
   * A fork with all its iterations.
   *
   * @param scores of the iterations in their order; at least one, all finite
   * @param better which of the two outer quartiles is the quiet one
   */
  public static Fork of(double[] scores, Better better) {
    double sum = 0;
    for (double score : scores) {
      sum += score;
    }
    double quartile = Quantiles.type7(scores, better == Better.HIGHER ? 0.75 : 0.25);
    return new Fork(scores.length, sum / scores.length, quartile, scores.clone());
  }

  /**
   * A fork of which only the summary was kept.
   *
   * @param iterations how many there were; at least 1
   * @param mean of their scores
   * @param quartile as {@link #quartile()}
   */
  public static Fork summary(int iterations, double mean, double quartile) {
    return new Fork(iterations, mean, quartile, new double[0]);
  }

  /** How many iterations were measured. */
  public int iterations() {
    return iterations;
  }

  /** The mean of the iterations: it sees everything, also the noise. */
  public double mean() {
    return mean;
  }

  /**
   * The quartile on the better side (the lower one of a time, the upper one of a throughput): noise
   * only ever makes an iteration worse, so this halves it, but it is blind to what hits fewer than
   * three quarters of the iterations.
   */
  public double quartile() {
    return quartile;
  }

  /** The score of each iteration in order; empty where only the summary was kept. */
  public double[] scores() {
    return scores.clone();
  }

  public boolean isWhole() {
    return scores.length > 0;
  }

  /** This fork without its iterations. */
  public Fork summarised() {
    return isWhole() ? summary(iterations, mean, quartile) : this;
  }

  /** The same fork in a unit of which one of today's is {@code factor}; positive. */
  public Fork scaled(double factor) {
    return new Fork(
        iterations,
        mean * factor,
        quartile * factor,
        Arrays.stream(scores).map(score -> score * factor).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fork fork
        && iterations == fork.iterations
        && Double.compare(mean, fork.mean) == 0
        && Double.compare(quartile, fork.quartile) == 0
        && Arrays.equals(scores, fork.scores);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(mean) + Double.hashCode(quartile);
  }

  @Override
  public String toString() {
    return "Fork[iterations=%s, mean=%s, quartile=%s]".formatted(iterations, mean, quartile);
  }
}
