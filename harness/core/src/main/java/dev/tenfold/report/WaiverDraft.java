package dev.tenfold.report;

import dev.tenfold.compare.Scale;
import dev.tenfold.judge.Ceiling;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Regressions as waivers that can be pasted into {@code tenfold.yaml}. The issue and the reason are
 * left empty, and without them the configuration is refused: nobody is to waive by pasting alone.
 */
final class WaiverDraft {
  /** Long enough to repair it, and short enough to remember why it was let pass. */
  private static final int DAYS = 30;

  /** A whole suite that got worse is not to be waived one by one. */
  private static final int MOST = 5;

  private WaiverDraft() {}

  /** The lines of the file; empty if there is nothing that could be waived. */
  static Optional<String> of(Verdict verdict, List<Row> rows) {
    List<Row> worse =
        rows.stream()
            .filter(row -> row.outcome() == Outcome.REGRESSED)
            .filter(row -> !isSized(row.finding()) || ceiling(row.finding()).isPresent())
            .limit(MOST)
            .toList();
    if (worse.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder lines = new StringBuilder("waivers:\n");
    String until = until(verdict);
    worse.forEach(row -> lines.append(entry(row.finding(), until)));
    return Optional.of(lines.toString());
  }

  private static String entry(Finding finding, String until) {
    return "  - benchmarks: \""
        + Names.glob(finding.id())
        + "\"\n    metric: "
        + finding.subject()
        + "\n"
        + ceiling(finding).map(ceiling -> "    ceiling: " + ceiling + "\n").orElse("")
        + "    until: "
        + until
        + "\n    issue:  # the link of the issue in which this is followed up\n"
        + "    reason:  # why it is let pass until then\n";
  }

  private static boolean isSized(Finding finding) {
    return finding.subject() == Subject.SCORE || finding.subject() == Subject.ALLOCATION;
  }

  /** The far end of the interval, rounded up, so that what was seen today holds tomorrow too. */
  private static Optional<Ceiling> ceiling(Finding finding) {
    return isSized(finding) ? finding.evidence().flatMap(WaiverDraft::ceiling) : Optional.empty();
  }

  private static Optional<Ceiling> ceiling(Evidence evidence) {
    double reach =
        Math.max(Math.abs(evidence.interval().low()), Math.abs(evidence.interval().high()));
    boolean inBytes = evidence.difference().scale() == Scale.DIFFERENCE;
    double amount =
        inBytes
            ? Math.ceil(reach * evidence.difference().metric().unit().scale())
            : Math.ceil(reach * 100) / 100;
    return amount > 0 && (inBytes ? Double.isFinite(amount) : amount <= Ceiling.MOST)
        ? Optional.of(new Ceiling(amount, inBytes))
        : Optional.empty();
  }

  private static String until(Verdict verdict) {
    Instant measured = verdict.head().at().orElse(Instant.EPOCH);
    return LocalDate.ofInstant(measured, ZoneOffset.UTC).plusDays(DAYS).toString();
  }
}
