package dev.tenfold.github;

import dev.tenfold.judge.Outcome;
import dev.tenfold.report.Brief;
import dev.tenfold.report.Brief.Remark;
import dev.tenfold.report.Sources;
import dev.tenfold.report.Sources.Place;
import dev.tenfold.terminal.Visible;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line of code that a finding is about.
 *
 * @param failure whether it is a regression; anything else warns
 * @param place where the benchmark is declared; empty where that is not known
 * @param title what it is
 * @param message the finding, fit to be shown
 */
record Notice(boolean failure, Optional<Place> place, String title, String message) {
  private static final int LONGEST = 1000;
  private static final Set<Outcome> SHOWN =
      Set.of(Outcome.REGRESSED, Outcome.FAILED, Outcome.INCOMPARABLE);

  /** One for each finding that needs somebody's hand, the worst first. */
  static List<Notice> of(Judged judged, Sources sources) {
    return Brief.remarks(judged.verdict()).stream()
        .filter(remark -> SHOWN.contains(remark.finding().outcome()))
        .map(remark -> of(judged.suite(), remark, sources))
        .toList();
  }

  private static Notice of(String suite, Remark remark, Sources sources) {
    return new Notice(
        remark.finding().outcome() == Outcome.REGRESSED,
        sources.place(remark.finding().id()),
        "Tenfold, suite " + suite,
        Visible.of(remark.line(), LONGEST));
  }

  /**
   * It as a command of a workflow, one line. The escapes are those that the runner undoes
   * (actions/toolkit, packages/core/src/command.ts).
   */
  String command() {
    String where =
        place
            .map(known -> "file=%s,line=%d,".formatted(property(known.file()), known.line()))
            .orElse("");
    return "::%s %stitle=%s::%s"
        .formatted(failure ? "error" : "warning", where, property(title), data(message));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
