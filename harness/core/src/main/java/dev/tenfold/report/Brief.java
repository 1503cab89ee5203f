package dev.tenfold.report;

import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Verdict;
import dev.tenfold.terminal.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** A verdict in as few lines as a failing build has for it. */
public final class Brief {
  private static final int MOST = 10;

  private Brief() {}

  /** What it comes to, and under it a line for each benchmark that has to be read. */
  public static String of(Verdict verdict) {
    List<Row> rows = Row.inOrder(verdict);
    List<Row> bad =
        rows.stream()
            .filter(row -> row.isToBeRead(verdict.policy()) && row.outcome() != Outcome.IMPROVED)
            .toList();
    String lines = bad.stream().limit(MOST).map(Brief::line).collect(Collectors.joining());
    String rest = bad.size() > MOST ? "\n  and %s more".formatted(bad.size() - MOST) : "";
    return new Summary(verdict, rows, Visible::of).headline() + lines + rest;
  }

  private static String line(Row row) {
    return "\n  %s %s: %s".formatted(row.outcome(), row.label(Visible::of), what(row));
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
