package dev.tenfold.judge;

import dev.tenfold.compare.Kind;
import dev.tenfold.growth.Growth;
import dev.tenfold.run.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What all the numbers come to. It is made once and printed by all.
 *
 * @param status the whole in one word
 * @param kind how base and head were measured
 * @param base where the numbers of the base come from
 * @param head where those of the head come from
 * @param findings the worst first, then by benchmark
 * @param growths how benchmarks that were measured at several sizes grow
 * @param notes sentences that a reader must know before believing anything of it
 * @param policy by which it was judged
 */
public record Verdict(
    Status status,
    Kind kind,
    Origin base,
    Origin head,
    List<Finding> findings,
    List<Growth> growths,
    List<String> notes,
    Policy policy) {
  public Verdict {
    findings =
        findings.stream()
            .sorted(
                Comparator.comparing(Finding::outcome)
                    .thenComparing(Finding::id)
                    .thenComparing(Finding::subject))
            .toList();
    growths = List.copyOf(growths);
    notes = List.copyOf(notes);
  }

  /** How many findings there are of each outcome. */
  public Map<Outcome, Long> counts(Subject subject) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    findings.stream()
        .filter(finding -> finding.subject() == subject)
        .forEach(finding -> counts.merge(finding.outcome(), 1L, Long::sum));
    return counts;
  }

  /** How many benchmarks were expected. */
  public long expected() {
    return findings.stream().map(Finding::id).distinct().count();
  }

  /** How many of them could not be measured. */
  public long notMeasured() {
    return findings.stream().filter(finding -> finding.outcome() == Outcome.FAILED).count();
  }

  /**
   * The same verdict, of which a part is not there: incomplete, unless it is worse than that.
   *
   * @param note says what is missing
   */
  public Verdict lacking(String note) {
    Status less = status == Status.REGRESSION ? status : Status.INCOMPLETE;
    return new Verdict(less, kind, base, head, findings, growths, notes, policy).noting(note);
  }

  /** The same verdict with a further note. */
  public Verdict noting(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Verdict(status, kind, base, head, findings, growths, more, policy);
  }

  /** The same verdict with other findings, and what they come to. */
  Verdict with(Status other, List<Finding> others, List<Growth> known) {
    return new Verdict(other, kind, base, head, others, known, notes, policy);
  }
}
