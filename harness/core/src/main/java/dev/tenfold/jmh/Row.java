package dev.tenfold.jmh;

import dev.tenfold.run.Better;
import dev.tenfold.run.Fork;
import dev.tenfold.stats.Quantiles;
import java.util.Arrays;

/**
 * A row of raw data: one fork, before it is known which way its metric gets better. A file may tell
 * the mode behind the data, so both outer quartiles are taken.
 */
final class Row {
  private static final double[] NONE = new double[0];

  private final int iterations;
  private final double mean;
  private final double lower;
  private final double upper;
  private final double[] scores;

  private Row(int iterations, double mean, double lower, double upper, double[] scores) {
    this.iterations = iterations;
    this.mean = mean;
    this.lower = lower;
    this.upper = upper;
    this.scores = scores;
  }

  /** The row of the first numbers of a buffer, at least one, which is left as it is. */
  static Row of(double[] buffer, int size, Detail detail) {
    double[] scores = Arrays.copyOf(buffer, size);
    if (detail == Detail.WHOLE) {
      return new Row(size, 0, 0, 0, scores);
    }
    double sum = 0;
    for (double score : scores) {
      sum += score;
    }
    Arrays.sort(scores);
    double lower = Quantiles.ofSorted(scores, 0.25);
    double upper = Quantiles.ofSorted(scores, 0.75);
    return new Row(size, sum / size, lower, upper, NONE);
  }

  /** The row of a fork of which a file keeps the summary alone. */
  static Row summary(int iterations, double mean, double quartile) {
    return new Row(iterations, mean, quartile, quartile, NONE);
  }

  int iterations() {
    return iterations;
  }

  Fork fork(Better better) {
    return scores.length > 0
        ? Fork.of(scores, better)
        : Fork.summary(iterations, mean, better == Better.HIGHER ? upper : lower);
  }
}
