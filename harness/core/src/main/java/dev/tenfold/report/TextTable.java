package dev.tenfold.report;

import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Row.Cells;
import dev.tenfold.terminal.Ansi;
import dev.tenfold.terminal.Style;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A verdict as a table in plain text, one group of rows for each outcome.
 *
 * @param style painted or plain
 * @param width in columns that the table fits into where its names allow; at least 80 is taken
 * @param verbose whether the unremarkable rows are listed too, and not only counted
 */
public record TextTable(Style style, int width, boolean verbose) implements Document {
  /** As it is kept in a file. */
  static final TextTable FILE = new TextTable(Style.PLAIN, 120, true);

  private static final List<String> HEADER =
      List.of("base", "head", "", "change [95 %]", "forks", "sees");

  /** What is counted, and listed only if asked for. */
  private static final Set<Outcome> UNREMARKABLE =
      Collections.unmodifiableSet(EnumSet.of(Outcome.UNCHANGED, Outcome.IDENTICAL));

  private static final int LEAST_WIDTH = 80;
  private static final int LONGEST_NAME = 240;
  private static final int LONGEST_REASON = 400;

  @Override
  public void write(Verdict verdict, Appendable to) throws IOException {
    List<Row> rows = Row.inOrder(verdict);
    Summary summary = new Summary(verdict, rows, text -> Visible.of(text, LONGEST_NAME));
    to.append(style.paint(Ansi.BOLD, summary.headline())).append('\n');
    for (String note : verdict.notes()) {
      paragraph("Note: " + Visible.of(note), Ansi.YELLOW, to);
    }
    to.append('\n');
    table(rows, to);
    counts(verdict, to);
    to.append('\n').append(summary.completeness()).append('\n');
    if (summary.undecided().isPresent()) {
      to.append(summary.undecided().get()).append('\n');
    }
    for (String warning : summary.warnings()) {
      paragraph("Doubt: " + warning, Ansi.YELLOW, to);
    }
    if (!summary.growths().isEmpty()) {
      to.append('\n');
    }
    for (String growth : summary.growths()) {
      to.append(growth).append('\n');
    }
    to.append('\n');
    for (String line : summary.origins()) {
      to.append(line).append('\n');
    }
    to.append('\n');
    for (String line : summary.rules()) {
      paragraph(line, Ansi.DIM, to);
    }
  }

  private void paragraph(String line, Ansi look, Appendable to) throws IOException {
    to.append(style.paint(look, line)).append('\n');
  }

  private void table(List<Row> rows, Appendable to) throws IOException {
    List<Row> listed =
        rows.stream().filter(row -> verbose || !UNREMARKABLE.contains(row.outcome())).toList();
    Columns columns = Columns.fitting(listed, Math.max(LEAST_WIDTH, width));
    if (listed.stream().anyMatch(Row::isCompared)) {
      to.append(style.paint(Ansi.DIM, columns.header())).append('\n');
    }
    Map<Outcome, Integer> seen = new TreeMap<>();
    for (Row row : listed) {
      if (seen.merge(row.outcome(), 1, Integer::sum) == 1) {
        heading(row.outcome(), rows, to);
      }
      line(row, columns, to);
    }
    for (Outcome outcome : UNREMARKABLE) {
      if (!verbose && rows.stream().anyMatch(row -> row.outcome() == outcome)) {
        heading(outcome, rows, to);
        to.append(style.paint(Ansi.DIM, "  not listed; see them with --verbose")).append('\n');
      }
    }
  }

  private void heading(Outcome outcome, List<Row> rows, Appendable to) throws IOException {
    long count = rows.stream().filter(row -> row.outcome() == outcome).count();
    String text = outcome + " (" + count + ")";
    to.append(style.paint(look(outcome), text)).append('\n');
  }

  private void line(Row row, Columns columns, Appendable to) throws IOException {
    String name = row.label(text -> Visible.of(text, LONGEST_NAME));
    String rest =
        row.cells()
            .map(cells -> columns.line(cells(row, cells)))
            .orElseGet(() -> Visible.of(row.finding().because(), LONGEST_REASON));
    int room = columns.name() - Visible.columns(name);
    String gap = room >= 0 ? " ".repeat(room) : "\n  " + " ".repeat(columns.name());
    String line = "  " + name + gap + "  " + rest;
    boolean pale = look(row.outcome()) == Ansi.DIM;
    to.append(pale ? style.paint(Ansi.DIM, line) : line).append('\n');
  }

  /** The texts of a row's columns, as under {@link #HEADER}. */
  private static List<String> cells(Row row, Cells cells) {
    String meaning = row.meaning().isEmpty() ? "" : row.meaning() + " ";
    return List.of(
        cells.base(),
        cells.head(),
        cells.unit(),
        meaning + cells.change(),
        cells.forks(),
        cells.sees());
  }

  private static Ansi look(Outcome outcome) {
    return switch (outcome) {
      case REGRESSED, FAILED -> Ansi.RED;
      case INCOMPARABLE, WAIVED, INCONCLUSIVE -> Ansi.YELLOW;
      case IMPROVED -> Ansi.GREEN;
      case REMOVED, ADDED, UNCHANGED, IDENTICAL -> Ansi.DIM;
    };
  }

  private static void counts(Verdict verdict, Appendable to) throws IOException {
    to.append("\n          ");
    for (Outcome outcome : Outcome.values()) {
      to.append("  ").append(name(outcome));
    }
    to.append('\n');
    for (Subject subject : Summary.counted(verdict)) {
      to.append(subject + " ".repeat(10 - subject.toString().length()));
      for (Outcome outcome : Outcome.values()) {
        to.append("  ").append(right(verdict.counts(subject), outcome, name(outcome).length()));
      }
      to.append('\n');
    }
  }

  private static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static String right(Map<Outcome, Long> counts, Outcome outcome, int width) {
    String number = counts.getOrDefault(outcome, 0L).toString();
    return " ".repeat(Math.max(0, width - number.length())) + number;
  }

  /**
   * How wide the columns are.
   *
   * @param name of the first
   * @param others of those that follow, as in {@link #HEADER}
   */
  private record Columns(int name, List<Integer> others) {

    /** A name that does not fit gets a line of its own, so that one does not push out the rest. */
    static Columns fitting(List<Row> rows, int width) {
      List<Integer> others = new ArrayList<>();
      for (int i = 0; i < HEADER.size(); i++) {
        int column = i;
        others.add(
            rows.stream()
                .flatMap(row -> row.cells().map(cells -> cells(row, cells).get(column)).stream())
                .mapToInt(String::length)
                .reduce(HEADER.get(i).length(), Math::max));
      }
      int rest = others.stream().mapToInt(w -> w + 2).sum() + 2;
      int longest =
          rows.stream()
              .mapToInt(row -> Visible.columns(row.label(text -> Visible.of(text, LONGEST_NAME))))
              .reduce("benchmark".length(), Math::max);
      return new Columns(Math.min(longest, Math.max(16, width - rest)), others);
    }

    String header() {
      return "  benchmark" + " ".repeat(name - "benchmark".length()) + "  " + line(HEADER);
    }

    /** Numbers to the right, so that their sizes are seen; text to the left. */
    String line(List<String> cells) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        String cell = cells.get(i);
        String padding = " ".repeat(others.get(i) - cell.length());
        String gap = i == 0 || i == 2 ? "" : "  ";
        line.append(gap).append(i < 2 ? padding + cell : cell + padding);
      }
      return line.toString().stripTrailing();
    }
  }
}
