package dev.tenfold.calibrate;

import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Kind;
import dev.tenfold.compare.Scale;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.stats.Contrast;
import dev.tenfold.stats.Interval;
import java.util.Optional;

/**
 * A benchmark beside itself: what differs is noise.
 *
 * @param id which benchmark
 * @param kind whether its forks took turns
 * @param forks of each side
 * @param spread standard deviation of one pair's log-ratio, or of a fork's logarithm where no turns
 *     were taken: 0.03 is about 3 %
 * @param apart by how much the head seems slower than the base, as a fraction
 * @param interval at 95 % of that; where 0 lies outside, the two sides may not have been measured
 *     alike
 */
public record Twin(
    BenchmarkId id, Kind kind, int forks, double spread, double apart, Interval interval) {

  /** Empty where there is one fork only, or where scores have no ratio. */
  static Optional<Twin> of(Difference difference) {
    if (difference.estimates().isEmpty() || difference.scale() != Scale.LOG_RATIO) {
      return Optional.empty();
    }
    Contrast contrast = difference.estimates().get().quartile();
    int forks = difference.head().forks();
    double errors = difference.kind() == Kind.TURNS ? 1.0 / forks : 2.0 / forks;
    return Optional.of(
        new Twin(
            difference.id(),
            difference.kind(),
            forks,
            contrast.standardError() / Math.sqrt(errors),
            Math.expm1(contrast.estimate()),
            contrast.interval(0.95).map(Math::expm1)));
  }
}
