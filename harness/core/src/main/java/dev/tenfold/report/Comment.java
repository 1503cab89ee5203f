package dev.tenfold.report;

import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Row.Cells;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A verdict as a comment on a pull request: the verdict first, then only what has to be read, and
 * the rest folded away.
 *
 * <p>Its last line is a marker, which stands nowhere else in it whatever the data say: by this a
 * comment is found again.
 */
public final class Comment {
  /** The most characters that GitHub takes. */
  public static final int MOST_CHARACTERS = 65_536;

  /** The last line of a comment that is of no suite in particular. */
  static final String MARKER = "<!-- tenfold -->";

  private static final int MOST_ROWS = 30;
  private static final int MOST_NOTES = 10;

  /** Room for the frame of what is folded away. */
  private static final int LEAST_FOLDED = 1000;

  private static final String TABLE =
      """
      | | Benchmark | Base | Head | Change [95 %] | Forks | Sees |
      |---|---|--:|--:|---|--:|--:|
      """;

  private final Verdict verdict;
  private final String title;
  private final List<Row> rows;
  private final Summary summary;

  private Comment(Verdict verdict, Optional<String> suite) {
    this.verdict = verdict;
    this.title = suite.map(name -> "Tenfold · " + Markdown.prose(name)).orElse("Tenfold");
    this.rows = Row.inOrder(verdict);
    this.summary = new Summary(verdict, rows, Markdown::code);
  }

  /** A comment on the verdict on a suite, which its title names. */
  public static Comment of(Verdict verdict, String suite) {
    return new Comment(verdict, Optional.of(suite));
  }

  /** The last line of the comment on a suite; different suites have different ones. */
  public static String marker(String suite) {
    // Two dashes in a row would be the end of a comment to some readers of HTML.
    String encoded = URLEncoder.encode(suite, StandardCharsets.UTF_8).replace("--", "-%2D");
    return "<!-- tenfold:suite=" + encoded + " -->";
  }

  static void write(Verdict verdict, Appendable to) throws IOException {
    Comment comment = new Comment(verdict, Optional.empty());
    to.append(comment.text(MOST_CHARACTERS - MARKER.length() - 1)).append(MARKER).append('\n');
  }

  /** What it comes to, and what the reader has to do: one line without any markup. */
  public String headline() {
    return summary.headline();
  }

  /** The beginning of the comment, up to what is folded away. */
  public String top() {
    return isQuiet() ? line() : toBeRead();
  }

  /**
   * The comment without its marker, with an empty line at the end.
   *
   * @param most characters that it may have; where that is too few, it says what is left out. At
   *     least 50000
   */
  public String text(int most) {
    return isQuiet() ? line() : whole(most);
  }

  /** A sign for those who only glance. */
  public static String symbol(Status status) {
    return switch (status) {
      case PASS -> "✅";
      case REGRESSION -> "❌";
      case INCONCLUSIVE, INCOMPLETE, INCOMPARABLE -> "⚠️";
    };
  }

  /** Whether there is nothing to tell but that nothing changed. */
  private boolean isQuiet() {
    return verdict.status() == Status.PASS
        && rows.stream().allMatch(Comment::isUnremarkable)
        && verdict.notes().isEmpty()
        && summary.warnings().isEmpty();
  }

  private static boolean isUnremarkable(Row row) {
    return row.outcome() == Outcome.UNCHANGED || row.outcome() == Outcome.IDENTICAL;
  }

  private String line() {
    long identical = rows.stream().filter(row -> row.outcome() == Outcome.IDENTICAL).count();
    if (identical == rows.size()) {
      return "✅ **" + title + "** · " + summary.headline() + "\n\n";
    }
    String same =
        identical == 0
            ? ""
            : Summary.count(identical, "benchmark runs", "benchmarks run") + " the same code, ";
    return "✅ **"
        + title
        + "** · Pass: nothing changed. "
        + same
        + Summary.count(rows.size() - identical, "result", "results")
        + " of "
        + Summary.count(verdict.expected(), "benchmark", "benchmarks")
        + " surely within "
        + Figures.share(verdict.policy().equivalence())
        + " of the base"
        + verdict.base().revision().map(revision -> " " + Markdown.code(revision)).orElse("")
        + ", measured "
        + verdict.kind().text()
        + ".\n\n";
  }

  private String whole(int most) {
    String top = toBeRead();
    String bottom = bottom();
    int room = most - top.length() - bottom.length();
    return room < LEAST_FOLDED
        ? top
            + "\nCut here, because GitHub takes no longer comment: the rest is in `verdict.txt`.\n\n"
        : top + folded(room) + bottom;
  }

  private String toBeRead() {
    StringBuilder text = new StringBuilder("### ").append(symbol(verdict.status())).append(' ');
    text.append(title).append(" · ").append(summary.headline()).append("\n\n");
    text.append(notes()).append(counts());
    List<Row> first = rows.stream().filter(row -> row.isToBeRead(verdict.policy())).toList();
    if (!first.isEmpty()) {
      text.append('\n').append(TABLE);
      first.stream().limit(MOST_ROWS).forEach(row -> text.append(line(row)));
    }
    if (first.size() > MOST_ROWS) {
      text.append("\nThe first ")
          .append(MOST_ROWS)
          .append(" of ")
          .append(first.size())
          .append(" rows that have to be read; all of them are in `verdict.txt`.\n");
    }
    text.append('\n').append(summary.completeness()).append('\n');
    summary.undecided().ifPresent(sentence -> text.append(sentence).append('\n'));
    return text.toString();
  }

  private String notes() {
    StringBuilder text = new StringBuilder();
    verdict.notes().stream()
        .limit(MOST_NOTES)
        .forEach(note -> text.append("> Note: ").append(Markdown.prose(note)).append("\n\n"));
    int more = verdict.notes().size() - MOST_NOTES;
    return more <= 0
        ? text.toString()
        : text.append("> ").append(more).append(" more notes are in `verdict.txt`.\n\n").toString();
  }

  private String counts() {
    StringBuilder text = new StringBuilder("| |");
    for (Outcome outcome : Outcome.values()) {
      text.append(' ').append(outcome.name().toLowerCase(Locale.ROOT)).append(" |");
    }
    text.append("\n|---|").append("--:|".repeat(Outcome.values().length)).append('\n');
    for (Subject subject : Summary.counted(verdict)) {
      text.append("| ").append(subject).append(" |");
      for (Outcome outcome : Outcome.values()) {
        text.append(cell(verdict.counts(subject).getOrDefault(outcome, 0L)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String cell(long count) {
    return count == 0 ? " 0 |" : " **" + count + "** |";
  }

  private static String line(Row row) {
    String start = "| " + row.outcome() + " | " + row.label(Markdown::code) + " | ";
    return start
        + row.cells()
            .map(cells -> cells(row, cells))
            .orElseGet(() -> "| | " + Markdown.prose(row.finding().because()) + " | | |\n");
  }

  private static String cells(Row row, Cells cells) {
    String meaning = row.meaning().isEmpty() ? "" : "**" + row.meaning() + "** ";
    return String.join(
            " | ",
            cells.base() + cells.unit(),
            cells.head() + cells.unit(),
            meaning + cells.change(),
            cells.forks(),
            cells.sees())
        + " |\n";
  }

  /** What need not be read, as far as there is room for it. */
  private String folded(int room) {
    List<Row> rest =
        rows.stream().filter(Predicate.not(row -> row.isToBeRead(verdict.policy()))).toList();
    if (rest.isEmpty()) {
      return "";
    }
    String start =
        "\n<details><summary>The other "
            + Summary.count(rest.size(), "result", "results")
            + "</summary>\n\n"
            + TABLE;
    String cut = "\nCut here, because GitHub takes no longer comment: the other ";
    String cutEnd = " are in `verdict.txt`.\n";
    String end = "\n</details>\n";
    int left = room - start.length() - cut.length() - 10 - cutEnd.length() - end.length();
    StringBuilder text = new StringBuilder(start);
    int shown = 0;
    for (Row row : rest) {
      String line = line(row);
      left -= line.length();
      if (left < 0) {
        text.append(cut).append(rest.size() - shown).append(cutEnd);
        break;
      }
      text.append(line);
      shown++;
    }
    return text.append(end).toString();
  }

  private String bottom() {
    StringBuilder text = new StringBuilder("\n");
    summary.warnings().forEach(warning -> text.append("- ⚠️ ").append(warning).append('\n'));
    summary.origins().forEach(line -> text.append("- ").append(line).append('\n'));
    text.append(growths()).append(waiver());
    text.append("\n<details><summary>How to read this, and how to repeat a row</summary>\n\n");
    summary.rules().forEach(line -> text.append("- ").append(line).append('\n'));
    rows.stream()
        .findFirst()
        .ifPresent(row -> text.append("\n```\n").append(command(row, base())).append("\n```\n"));
    return text.append("\n</details>\n\n").toString();
  }

  private String waiver() {
    return WaiverDraft.of(verdict, rows)
        .map(
            draft ->
                "\n<details><summary>If that is meant: a waiver for tenfold.yaml</summary>\n\n```yaml\n"
                    + draft
                    + "```\n\n</details>\n")
        .orElse("");
  }

  private String growths() {
    List<String> growths = summary.growths();
    if (growths.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n<details><summary>Growth with size</summary>\n\n");
    growths.stream()
        .limit(MOST_ROWS)
        .forEach(growth -> text.append("- ").append(growth).append('\n'));
    if (growths.size() > MOST_ROWS) {
      text.append("- The other ")
          .append(growths.size() - MOST_ROWS)
          .append(" are in `verdict.txt`.\n");
    }
    return text.append("\n</details>\n").toString();
  }

  private static String command(Row row, String base) {
    return "tenfold check --include '" + Names.glob(row.finding().id()) + "' " + base + "HEAD.jar";
  }

  /** Against stored numbers the baseline is found without being named. */
  private String base() {
    return summary.isStored() ? "" : "--base BASE.jar ";
  }
}
