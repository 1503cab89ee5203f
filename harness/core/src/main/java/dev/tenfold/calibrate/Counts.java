package dev.tenfold.calibrate;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of some comparisons.
 *
 * @param byOutcome how many of each; those that there were none of may be left out
 */
public record Counts(Map<Outcome, Long> byOutcome) {
  static final Counts NONE = new Counts(Map.of());

  public Counts {
    EnumMap<Outcome, Long> copy = new EnumMap<>(Outcome.class);
    copy.putAll(byOutcome);
    byOutcome = Collections.unmodifiableMap(copy);
  }

  static Counts of(List<Finding> findings) {
    EnumMap<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    findings.forEach(finding -> counts.merge(finding.outcome(), 1L, Long::sum));
    return new Counts(counts);
  }

  Counts plus(Counts other) {
    EnumMap<Outcome, Long> sum = new EnumMap<>(Outcome.class);
    sum.putAll(byOutcome);
    other.byOutcome.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
    return new Counts(sum);
  }

  /** How many comparisons there were. */
  public long total() {
    return byOutcome.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many came to this. */
  public Proportion share(Outcome outcome) {
    return new Proportion(byOutcome.getOrDefault(outcome, 0L), total());
  }
}
