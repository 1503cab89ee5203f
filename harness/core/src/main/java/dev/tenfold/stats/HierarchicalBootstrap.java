package dev.tenfold.stats;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The ratio of two means as it would vary if other forks had been drawn, and other iterations
 * within them: forks are drawn with replacement, then iterations within each drawn fork (Kalibera
 * and Jones, Quantifying Performance Changes with Effect Size Confidence Intervals, 2012).
 *
 * <p>It serves cross-checks. With few forks its intervals are too narrow, because five forks drawn
 * from five vary less than five new ones would.
 */
public final class HierarchicalBootstrap {
  private final double[] ratios;

  private HierarchicalBootstrap(double[] ratios) {
    this.ratios = ratios;
  }

  /**
   * Draws the ratios of head to base.
   *
   * @param base fork by fork its iterations, at least one of each, positive; a fork counts as much
   *     as another whatever its number of iterations
   * @param head likewise
   * @param resamples how many ratios to draw, at least 1; thousands for an interval
   * @param seed the same seed draws the same ratios, on every Java version
   */
  public static HierarchicalBootstrap ofMeans(
      double[][] base, double[][] head, int resamples, long seed) {
    if (resamples < 1) {
      throw new IllegalArgumentException("Nothing is drawn with " + resamples + " resamples.");
    }
    if (Stream.of(base, head).anyMatch(HierarchicalBootstrap::hasNoMean)) {
      throw new IllegalArgumentException(
          "Either side needs a fork, every fork an iteration, and every iteration a positive score.");
    }
    // Of the generators only this one has its sequence in its contract.
    Random random = new Random(seed);
    return new HierarchicalBootstrap(
        DoubleStream.generate(() -> resampledMean(head, random) / resampledMean(base, random))
            .limit(resamples)
            .toArray());
  }

  /**
   * The percentile interval of the ratio.
   *
   * @param level the share of the ratios that it holds, above 0 and below 1
   */
  public Interval interval(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A level lies between 0 and 1, unlike " + level + ".");
    }
    return new Interval(
        Quantiles.type7(ratios, (1 - level) / 2), Quantiles.type7(ratios, (1 + level) / 2));
  }

  private static boolean hasNoMean(double[][] forks) {
    return forks.length == 0
        || Stream.of(forks).anyMatch(fork -> fork.length == 0)
        || !Stream.of(forks)
            .flatMapToDouble(DoubleStream::of)
            .allMatch(score -> score > 0 && score < Double.POSITIVE_INFINITY);
  }

  private static double resampledMean(double[][] forks, Random random) {
    double sum = 0;
    for (int drawn = 0; drawn < forks.length; drawn++) {
      double[] fork = forks[random.nextInt(forks.length)];
      double forkSum = 0;
      for (int i = 0; i < fork.length; i++) {
        forkSum += fork[random.nextInt(fork.length)];
      }
      sum += forkSum / fork.length;
    }
    return sum / forks.length;
  }
}
