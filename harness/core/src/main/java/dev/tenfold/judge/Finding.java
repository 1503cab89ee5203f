package dev.tenfold.judge;

import dev.tenfold.compare.Difference;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.stats.Interval;
import java.util.Optional;

/**
 * The verdict on one metric of one benchmark, or on a benchmark that has no numbers to judge.
 *
 * @param id which benchmark
 * @param subject what of it
 * @param outcome what became of it
 * @param because a sentence for people
 * @param evidence the numbers behind it; empty where there are none
 */
public record Finding(
    BenchmarkId id, Subject subject, Outcome outcome, String because, Optional<Evidence> evidence) {

  /** A finding on the metric of its evidence, or without any on the benchmark as a whole. */
  public Finding(BenchmarkId id, Outcome outcome, String because, Optional<Evidence> evidence) {
    this(
        id,
        evidence.map(each -> Subject.of(each.difference().metric())).orElse(Subject.SCORE),
        outcome,
        because,
        evidence);
  }

  /** Which of the two estimates of a difference decided. */
  public enum Estimator {
    /** The forks' quiet quartiles. */
    QUARTILE,
    /** The forks' means. */
    MEAN
  }

  /**
   * The numbers behind a finding.
   *
   * @param difference what was compared
   * @param estimator which of its estimates decided
   * @param change of the head against the base in the metric's own direction (a throughput that
   *     fell is negative): a fraction for ratios, in the metric's unit for differences
   * @param interval of that change at 95 %
   * @param p one-sided probability of such numbers if nothing had got worse, corrected for all that
   *     were judged together
   * @param sight how far the numbers could see
   */
  public record Evidence(
      Difference difference,
      Estimator estimator,
      double change,
      Interval interval,
      double p,
      Sight sight) {

    /** The level of the base as the deciding estimator sees it, in the metric's unit. */
    public double base() {
      return estimator == Estimator.MEAN ? difference.base().mean() : difference.base().typical();
    }

    /** The level of the head as the deciding estimator sees it, in the metric's unit. */
    public double head() {
      return estimator == Estimator.MEAN ? difference.head().mean() : difference.head().typical();
    }
  }
}
