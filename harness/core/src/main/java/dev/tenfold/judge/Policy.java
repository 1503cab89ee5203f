package dev.tenfold.judge;

import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Kind;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Metric;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the gate demands.
 *
 * @param alpha chance of any false regression in a suite where nothing changed; above 0, below 0.5
 * @param screen one-sided p below which a benchmark is a suspect; above 0, below 0.5
 * @param equivalence change within which a benchmark counts as unchanged, if that is sure; for
 *     example 0.05 for 5 %
 * @param failOn what makes the verdict other than a pass, beside a regression and a failure, which
 *     always do
 * @param clauses what holds for some benchmarks in particular
 */
public record Policy(
    double alpha, double screen, double equivalence, Set<Outcome> failOn, Clauses clauses) {

  /** Taking turns, two forks share the machine's mood to the tenth of a second. */
  private static final Threshold TURNS = new Threshold(0.02, 0);

  /** Side by side, forks that alternate share most of the machine's mood. */
  private static final Threshold SIDE_BY_SIDE = new Threshold(0.03, 0);

  private static final Threshold STORED = new Threshold(0.05, 0);

  /** Nearly deterministic: what is left is a byte here and there when few operations were run. */
  private static final Threshold ALLOCATION = new Threshold(0.005, 1);

  public Policy {
    if (!(alpha > 0 && alpha < 0.5) || !(screen > 0 && screen < 0.5) || !(equivalence > 0)) {
      throw new IllegalArgumentException(
          "Alpha %s and screen %s lie between 0 and 0.5, equivalence %s is positive."
              .formatted(alpha, screen, equivalence));
    }
    failOn = failOn.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(failOn));
  }

  /**
   * 5 % per suite, suspects below 0.30, equivalence within 5 %, different measuring forbidden.
   *
   * <p>A suspect costs few forks before it is let go, but what is no suspect is lost: of pairs 3 %
   * apart, a slowdown of 5 % is found in 96 %, and with suspects below 0.10 in 81 % (measured:
   * DESIGN.md, "Screen, then confirm").
   */
  public static Policy standard() {
    return new Policy(0.05, 0.30, 0.05, Set.of(Outcome.INCOMPARABLE), Clauses.NONE);
  }

  /** The same policy with these thresholds asked before its own. */
  public Policy with(List<Limit> first) {
    List<Limit> all = new ArrayList<>(first);
    all.addAll(limits());
    return with(clauses.with(all));
  }

  /** The same policy with other clauses. */
  public Policy with(Clauses others) {
    return new Policy(alpha, screen, equivalence, failOn, others);
  }

  /** Thresholds that differ from the default; the first that fits counts. */
  public List<Limit> limits() {
    return clauses.limits();
  }

  /** The same policy with this relative threshold for all scores, whatever its own say. */
  public Policy with(double scoreThreshold) {
    return with(List.of(new Limit(new Glob("*"), Metric.SCORE, new Threshold(scoreThreshold, 0))));
  }

  /** The same policy with suspects below another p. */
  public Policy screening(double below) {
    return new Policy(alpha, below, equivalence, failOn, clauses);
  }

  /** The same policy with other outcomes forbidden. */
  public Policy failingOn(Set<Outcome> outcomes) {
    return new Policy(alpha, screen, equivalence, outcomes, clauses);
  }

  /** Whether a metric is judged; the others only inform. */
  public boolean judges(Metric metric) {
    return metric.isScore() || metric.isAllocation();
  }

  /** From which on a sure change of this metric of this benchmark counts. */
  public Threshold threshold(BenchmarkId id, Metric metric, Kind kind) {
    return limits().stream()
        .filter(limit -> limit.metric().equals(metric.name()) && limit.benchmarks().matches(id))
        .map(Limit::threshold)
        .findFirst()
        .orElseGet(() -> byDefault(metric.isAllocation(), kind));
  }

  /** The threshold of an allocation, or of anything else, that no limit is for. */
  public static Threshold byDefault(boolean allocation, Kind kind) {
    if (allocation) {
      return ALLOCATION;
    }
    return switch (kind) {
      case TURNS -> TURNS;
      case SIDE_BY_SIDE -> SIDE_BY_SIDE;
      case STORED -> STORED;
    };
  }

  /** The margins of this difference on its own scale. */
  public Margins margins(Difference difference) {
    Threshold threshold = threshold(difference.id(), difference.metric(), difference.kind());
    return Margins.of(difference, threshold, equivalence);
  }
}
