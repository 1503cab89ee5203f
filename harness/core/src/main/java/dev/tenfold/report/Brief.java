package dev.tenfold.report;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Verdict;
import dev.tenfold.terminal.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** A verdict in as few lines as a failing build has for it. */
public final class Brief {
  private static final int MOST = 10;

  private Brief() {}

  /**
   * A finding that has to be read, in a line.
   *
   * @param finding which
   * @param line that is fit to be shown, as {@link Visible} makes it
   */
  public record Remark(Finding finding, String line) {}

  /** What it comes to, and under it a line for each benchmark that has to be read. */
  public static String of(Verdict verdict) {
    List<Remark> bad = remarks(verdict);
    String lines =
        bad.stream()
            .limit(MOST)
            .map(remark -> "\n  " + remark.line())
            .collect(Collectors.joining());
    String rest = bad.size() > MOST ? "\n  and %s more".formatted(bad.size() - MOST) : "";
    return new Summary(verdict, Row.inOrder(verdict), Visible::of).headline() + lines + rest;
  }

  /** All that has to be read and is no gain, the worst first. */
  public static List<Remark> remarks(Verdict verdict) {
    return Row.inOrder(verdict).stream()
        .filter(row -> row.isToBeRead(verdict.policy()) && row.outcome() != Outcome.IMPROVED)
        .map(row -> new Remark(row.finding(), line(row)))
        .toList();
  }

  private static String line(Row row) {
    return "%s %s: %s".formatted(row.outcome(), row.label(Visible::of), what(row));
  }

  private static String what(Row row) {
    return row.cells()
        .map(
            cells ->
                "%s -> %s%s, %s %s"
                    .formatted(
                        cells.base(), cells.head(), cells.unit(), row.meaning(), cells.change()))
        .orElseGet(() -> Visible.of(row.finding().because()));
  }
}
