package dev.tenfold.report;

import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Scale;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Unit.Dimension;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A finding as people read it.
 *
 * @param finding that is shown
 * @param name of the benchmark, as short as the verdict allows; as it came, not yet harmless
 */
public record Row(Finding finding, String name) {

  private static final Set<Outcome> TO_BE_READ =
      EnumSet.of(
          Outcome.REGRESSED,
          Outcome.FAILED,
          Outcome.INCOMPARABLE,
          Outcome.WAIVED,
          Outcome.REMOVED,
          Outcome.IMPROVED);

  /**
   * The numbers of a row in words. All of them are harmless everywhere.
   *
   * @param base without its unit
   * @param head in the same unit
   * @param unit with the space before it
   * @param change in the direction of the metric, with its interval at 95 %
   * @param forks of base and head
   * @param sees the smallest loss that would have been found, and where that was not enough to
   *     decide, how many forks would be
   */
  public record Cells(
      String base, String head, String unit, String change, String forks, String sees) {

    static Cells of(Outcome outcome, Evidence evidence) {
      Difference difference = evidence.difference();
      double pivot = evidence.base() == 0 ? evidence.head() : evidence.base();
      Figures figures = Figures.of(difference.metric().unit(), pivot);
      return new Cells(
          figures.number(evidence.base()),
          figures.number(evidence.head()),
          figures.unit(),
          changeOf(evidence),
          difference.base().forks() + "+" + difference.head().forks(),
          seesOf(evidence) + (outcome == Outcome.INCONCLUSIVE ? needOf(evidence) : ""));
    }

    private static String changeOf(Evidence evidence) {
      Difference difference = evidence.difference();
      if (difference.scale() == Scale.LOG_RATIO) {
        return Figures.percent(evidence.change(), evidence.interval());
      }
      Metric metric = difference.metric();
      String change = Figures.difference(evidence.change(), evidence.interval(), metric.unit());
      double bytes = evidence.base() * metric.unit().scale();
      return metric.isAllocation() && bytes >= 1
          ? change + " (" + Figures.percent(evidence.change() / evidence.base(), 1) + ")"
          : change;
    }

    private static String seesOf(Evidence evidence) {
      double visible = evidence.sight().smallestVisible();
      if (evidence.difference().scale() == Scale.LOG_RATIO) {
        return Figures.share(visible);
      }
      Figures figures = Figures.of(evidence.difference().metric().unit(), visible);
      return figures.number(visible) + figures.unit();
    }

    private static String needOf(Evidence evidence) {
      OptionalInt forks = evidence.sight().forksNeeded();
      return forks.isPresent() ? ", needs " + forks.getAsInt() : ", too noisy";
    }
  }

  /** All findings: what has to be read first, the worst outcome first, the largest change first. */
  public static List<Row> inOrder(Verdict verdict) {
    Names names = Names.of(verdict);
    return verdict.findings().stream()
        .map(finding -> new Row(finding, names.of(finding.id())))
        .sorted(
            Comparator.comparing((Row row) -> !row.isToBeRead(verdict.policy()))
                .thenComparing(row -> row.finding.outcome())
                .thenComparing(Comparator.comparingDouble(Row::size).reversed()))
        .toList();
  }

  /** Its numbers, in words; empty where it has none. */
  public Optional<Cells> cells() {
    return finding.evidence().map(evidence -> Cells.of(finding.outcome(), evidence));
  }

  /** Whether it has numbers. */
  boolean isCompared() {
    return finding.evidence().isPresent();
  }

  /** Whether a reader has to know of it, because of what it is or because the policy says so. */
  boolean isToBeRead(Policy policy) {
    return TO_BE_READ.contains(finding.outcome()) || policy.failOn().contains(finding.outcome());
  }

  /** What became of it. */
  public Outcome outcome() {
    return finding.outcome();
  }

  /** The benchmark, and the metric where it is not the score. */
  public String label(UnaryOperator<String> quote) {
    return quote.apply(name) + metric().map(metric -> " " + metric).orElse("");
  }

  /** What it is about, where that is not the score. */
  Optional<String> metric() {
    if (finding.subject() == Subject.GROWTH || finding.subject() == Subject.BUDGET) {
      return Optional.of(finding.subject().toString());
    }
    return finding
        .evidence()
        .map(evidence -> evidence.difference().metric())
        .filter(metric -> !metric.isScore())
        .map(metric -> metric.isAllocation() ? "allocation" : Figures.harmless(metric.name()));
  }

  /** What the change means, in a word, where the verdict says that there is one; else empty. */
  public String meaning() {
    boolean worse = outcome() == Outcome.REGRESSED || outcome() == Outcome.WAIVED;
    if (finding.evidence().isEmpty() || (!worse && outcome() != Outcome.IMPROVED)) {
      return "";
    }
    Metric metric = finding.evidence().get().difference().metric();
    if (metric.unit().dimension() == Dimension.BYTES_PER_OPERATION) {
      return worse ? "more" : "less";
    }
    if (metric.unit().dimension() == Dimension.OTHER) {
      return worse ? "worse" : "better";
    }
    return worse ? "slower" : "faster";
  }

  /** How large a proven change is, as a ratio on the log scale; 0 where nothing is proven. */
  private double size() {
    if (meaning().isEmpty()) {
      return 0;
    }
    Evidence evidence = finding.evidence().orElseThrow();
    if (evidence.difference().scale() == Scale.LOG_RATIO) {
      return Math.abs(Math.log1p(evidence.change()));
    }
    return evidence.base() > 0 && evidence.head() > 0
        ? Math.abs(Math.log(evidence.head() / evidence.base()))
        : Double.POSITIVE_INFINITY;
  }
}
