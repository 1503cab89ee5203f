package dev.tenfold.judge;

import dev.tenfold.run.Better;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Result;
import dev.tenfold.run.Series;
import dev.tenfold.run.Unit;
import dev.tenfold.stats.Contrast;
import dev.tenfold.stats.Contrasts;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A bound that the head keeps, whatever the base did.
 *
 * @param benchmarks which ones
 * @param metric name of the metric it is for
 * @param bound the worst level that is allowed: at most this of what is better when lower, at least
 *     this of what is better when higher
 * @param unit of the bound
 */
public record Budget(Glob benchmarks, String metric, double bound, Unit unit) {
  /** As coarse as an allocation is known; see the thresholds. */
  private static final double BYTES_FLOOR = 0.01;

  private static final double RELATIVE_FLOOR = 1e-4;

  /** The series of a result that this budget is for, if it is for any. */
  Optional<Series> of(Result result) {
    return benchmarks.matches(result.id()) ? result.series(metric) : Optional.empty();
  }

  /** The bound in the unit of a metric; empty if the units do not convert. */
  OptionalDouble in(Metric other) {
    return unit.factorTo(other.unit())
        .map(factor -> OptionalDouble.of(bound * factor))
        .orElse(OptionalDouble.empty());
  }

  /**
   * By how much the forks are beyond a bound, positive if they are, in the metric's unit; empty
   * where one fork allows no claim.
   */
  static Optional<Contrast> beyond(Series series, double bound) {
    if (series.forks().size() < 2) {
      return Optional.empty();
    }
    int worse = series.metric().better() == Better.HIGHER ? -1 : 1;
    double[] beyond =
        series.forks().stream().mapToDouble(Fork::mean).map(m -> worse * (m - bound)).toArray();
    double floor = RELATIVE_FLOOR * Math.abs(bound);
    return Optional.of(Contrasts.paired(beyond, Math.max(BYTES_FLOOR * isBytes(series), floor)));
  }

  private static int isBytes(Series series) {
    return series.metric().isAllocation() ? 1 : 0;
  }
}
