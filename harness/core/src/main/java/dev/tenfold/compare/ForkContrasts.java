package dev.tenfold.compare;

import dev.tenfold.run.Better;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Metric;
import dev.tenfold.stats.Contrast;
import dev.tenfold.stats.Contrasts;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What whole forks of two sides say of one metric: contrasts and levels, on a scale. */
final class ForkContrasts {
  /**
   * The least standard deviation between forks that is believed, on the log scale: some slow
   * benchmarks give the same quantised number in every fork.
   */
  private static final double LOG_FLOOR = 1e-4;

  /** The least standard deviation between forks that is believed of an allocation, in B/op. */
  private static final double BYTES_FLOOR = 0.01;

  private ForkContrasts() {}

  /** Points to the worse: what the head lost against the base. */
  static Contrast contrast(
      Metric metric,
      Scale scale,
      List<Fork> bases,
      List<Fork> heads,
      ToDoubleFunction<Fork> estimator) {
    int worse = metric.better() == Better.HIGHER ? -1 : 1;
    double[] was = values(bases, fork -> worse * onScale(scale, estimator.applyAsDouble(fork)));
    double[] is = values(heads, fork -> worse * onScale(scale, estimator.applyAsDouble(fork)));
    return Contrasts.pooled(was, is, floor(metric, scale, was, is));
  }

  /** Positive where the sides differ, so that a difference without any spread can be tested. */
  static double floor(Metric metric, Scale scale, double[] was, double[] is) {
    if (scale == Scale.LOG_RATIO) {
      return LOG_FLOOR;
    }
    double level = Math.max(size(was), size(is));
    return Math.max(metric.isAllocation() ? BYTES_FLOOR : 0, LOG_FLOOR * level);
  }

  static double size(double[] values) {
    return Math.abs(Arrays.stream(values).average().orElse(0));
  }

  static double onScale(Scale scale, double value) {
    return scale == Scale.LOG_RATIO ? Math.log(value) : value;
  }

  static double[] values(List<Fork> forks, ToDoubleFunction<Fork> value) {
    return forks.stream().mapToDouble(value).toArray();
  }

  static Level level(Scale scale, List<Fork> forks) {
    double typical = middle(scale, values(forks, Fork::quartile));
    double mean = middle(scale, values(forks, Fork::mean));
    return new Level(typical, mean, forks.size());
  }

  static double middle(Scale scale, double[] values) {
    double mean = Arrays.stream(values).map(v -> onScale(scale, v)).average().orElseThrow();
    return scale == Scale.LOG_RATIO ? Math.exp(mean) : mean;
  }
}
