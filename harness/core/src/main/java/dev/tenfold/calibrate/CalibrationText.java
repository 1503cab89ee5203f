package dev.tenfold.calibrate;

import dev.tenfold.compare.Kind;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.terminal.Ansi;
import dev.tenfold.terminal.Style;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A calibration for people: what it comes to, its tables, and how it was found. */
public final class CalibrationText {
  /** How many of the benchmarks of which least is seen are listed. */
  private static final int WORST = 5;

  private static final int LONGEST_NAME = 100;

  private static final List<String> SAME =
      List.of(
          "slowdown",
          "suites",
          "comparisons",
          "false alarms",
          "suites with one",
          "unchanged",
          "inconclusive",
          "forks");

  private static final List<String> SLOWED =
      List.of("slowdown", "comparisons", "found", "unchanged", "inconclusive");

  private final Calibration calibration;
  private final Style style;

  public CalibrationText(Calibration calibration, Style style) {
    this.calibration = calibration;
    this.style = style;
  }

  /** Writes all of it, ending with a line feed. */
  public void write(Appendable to) throws IOException {
    to.append(style.paint(Ansi.BOLD, headline())).append("\n\n");
    List<Step> all = calibration.steps();
    table("Benchmarks that did not change", SAME, all.stream().map(this::same).toList(), to);
    List<Step> slower = all.stream().filter(step -> step.slowdown() > 0).toList();
    if (!slower.isEmpty()) {
      table("Benchmarks that got slower", SLOWED, slower.stream().map(this::slowed).toList(), to);
    }
    for (String line : visible()) {
      to.append(line).append('\n');
    }
    to.append('\n');
    for (String line : rules()) {
      to.append(style.paint(Ansi.DIM, line)).append('\n');
    }
  }

  private String headline() {
    List<String> clauses = new ArrayList<>();
    for (Step step : calibration.steps()) {
      clauses.add(
          step.slowdown() == 0
              ? "%s of suites of %s in which nothing changed alarm"
                  .formatted(Percent.brief(step.alarms()), calibration.design().suiteSize())
              : "%s slower is found in %s"
                  .formatted(Percent.of(step.slowdown()), Percent.brief(step.found())));
    }
    return "Replay: " + String.join(", ", clauses) + ".";
  }

  private List<String> same(Step step) {
    return List.of(
        slowdown(step),
        Long.toString(step.suites()),
        Long.toString(step.same().total()),
        Percent.of(step.falseRegressions()),
        Percent.of(step.alarms()),
        Percent.brief(step.same().share(Outcome.UNCHANGED)),
        Percent.brief(step.same().share(Outcome.INCONCLUSIVE)),
        String.format(Locale.ROOT, "%.2f", step.forks(calibration.design())));
  }

  private List<String> slowed(Step step) {
    return List.of(
        slowdown(step),
        Long.toString(step.slowed().total()),
        Percent.of(step.found()),
        Percent.brief(step.slowed().share(Outcome.UNCHANGED)),
        Percent.brief(step.slowed().share(Outcome.INCONCLUSIVE)));
  }

  private static String slowdown(Step step) {
    return step.slowdown() == 0 ? "none" : Percent.of(step.slowdown());
  }

  private void table(String title, List<String> header, List<List<String>> body, Appendable to)
      throws IOException {
    to.append(title).append('\n');
    List<List<String>> rows = new ArrayList<>(List.of(header));
    rows.addAll(body);
    for (List<String> cells : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        int column = i;
        int width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
        line.append("  ").append(" ".repeat(width - cells.get(i).length())).append(cells.get(i));
      }
      boolean isHeader = cells == header;
      to.append(isHeader ? style.paint(Ansi.DIM, line.toString()) : line).append('\n');
    }
    to.append('\n');
  }

  private List<String> visible() {
    List<SmallestVisible> all = calibration.visible();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Smallest visible slowdown, found in four of five checks: %s in the middle benchmark, %s or less in a quarter, %s or more in a quarter."
            .formatted(
                amount(all.get(all.size() / 2)),
                amount(all.get(all.size() / 4)),
                amount(all.get(all.size() * 3 / 4))));
    lines.add("The least is seen of:");
    List<SmallestVisible> worst = all.subList(Math.max(0, all.size() - WORST), all.size());
    for (int i = worst.size() - 1; i >= 0; i--) {
      String name = Visible.of(worst.get(i).id().shortName(), LONGEST_NAME);
      lines.add("  " + amount(worst.get(i)) + "  " + name);
    }
    return lines;
  }

  private static String amount(SmallestVisible each) {
    return each.slowdown().isPresent()
        ? Percent.of(each.slowdown().getAsDouble())
        : "more than " + Percent.of(SmallestVisible.MOST);
  }

  private List<String> rules() {
    Design design = calibration.design();
    return List.of(
        "Replayed: %s with %s and %s forks of each; %s. Base and head are drawn from these with replacement, seed %s."
            .formatted(
                count(calibration.recordings().files().size(), "file"),
                count(calibration.recordings().all().size(), "benchmark"),
                range(calibration.recordings().recordedForks()),
                cut(calibration.recordings().cut()),
                design.seed()),
        rule(calibration.policy(), design),
        "Slowdown: of %s of the %s benchmarks of each suite, drawn anew for each. Forks: on each side of a benchmark, on average."
            .formatted(design.changed(), design.suiteSize()),
        "In brackets: the interval at 95 % of Clopper and Pearson. It holds what the drawing left to chance, not what other benchmarks would give.");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String range(IntSummaryStatistics forks) {
    return forks.getMin() == forks.getMax()
        ? Integer.toString(forks.getMin())
        : forks.getMin() + " to " + forks.getMax();
  }

  private static String cut(Cut cut) {
    String warmup = cut.warmup().isZero() ? "" : " after a warm-up of " + Cut.text(cut.warmup());
    return cut.measured()
        .map(
            each ->
                "each cut into %s windows of %s%s".formatted(cut.windows(), Cut.text(each), warmup))
        .orElse("each taken whole" + warmup);
  }

  private String rule(Policy policy, Design design) {
    String thresholds =
        calibration.recordings().all().stream()
            .map(each -> policy.threshold(each.id(), each.metric(), Kind.SIDE_BY_SIDE).relative())
            .distinct()
            .map(Percent::of)
            .collect(Collectors.joining(" or "));
    return ("Rule: %s forks a side of each benchmark; those with p below %s are measured again with %s"
            + " fresh ones, which alone decide; regressed: surely worse, at %s for the whole suite"
            + " (Holm), and by at least %s.")
        .formatted(
            design.screenForks(),
            policy.screen(),
            design.confirmForks(),
            Percent.of(policy.alpha()),
            thresholds);
  }
}
