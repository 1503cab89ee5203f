package dev.tenfold.calibrate;

import dev.tenfold.compare.Kind;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.run.Looks;
import dev.tenfold.terminal.Ansi;
import dev.tenfold.terminal.Style;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A calibration for people: what it comes to, its tables, and how it was found. */
public final class CalibrationText {
  /** How many of the benchmarks of which least is seen are listed. */
  private static final int WORST = 5;

  private static final int LONGEST_NAME = 100;
  private static final String BENCHMARK = "benchmark";

  private static final List<String> SAME =
      List.of(
          "slowdown",
          "suites",
          "comparisons",
          "false alarms",
          "suites with one",
          "unchanged",
          "inconclusive",
          "forks",
          "machine time");

  private static final List<String> SLOWED =
      List.of("slowdown", "comparisons", "found", "unchanged", "inconclusive");

  private static final List<String> TWINS =
      List.of("sees", "spread", "apart [95 %]", "forks", BENCHMARK);

  private final Calibration calibration;
  private final Optional<LiveCalibration> live;
  private final Style style;

  /** Of a replay. */
  public CalibrationText(Calibration calibration, Style style) {
    this.calibration = calibration;
    this.live = Optional.empty();
    this.style = style;
  }

  /** Of a calibration that was measured. */
  public CalibrationText(LiveCalibration live, Style style) {
    this.calibration = live.calibration();
    this.live = Optional.of(live);
    this.style = style;
  }

  /** Writes all of it, ending with a line feed. */
  public void write(Appendable to) throws IOException {
    to.append(style.paint(Ansi.BOLD, headline())).append("\n\n");
    if (live.isPresent()) {
      table("The jar beside itself", TWINS, twins(live.get()), to);
    }
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
    String what =
        live.map(l -> "Suite %s on this machine: ".formatted(l.suite())).orElse("Replay: ");
    return what + String.join(", ", clauses) + ".";
  }

  /** The one of which most is seen first. */
  private List<List<String>> twins(LiveCalibration measured) {
    Map<String, Twin> twins = measured.twins();
    List<List<String>> rows = new ArrayList<>();
    for (SmallestVisible each : calibration.visible()) {
      Twin twin = twins.get(each.id().text());
      String name = Visible.of(each.id().shortName(), LONGEST_NAME);
      rows.add(
          twin == null
              ? List.of(amount(each), "-", "-", "-", name)
              : List.of(
                  amount(each),
                  Percent.of(twin.spread()),
                  Percent.signed(twin.apart(), twin.interval()),
                  (twin.kind() == Kind.TURNS ? "%s pairs" : "%s whole").formatted(twin.forks()),
                  name));
    }
    return rows;
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
        String.format(Locale.ROOT, "%.2f", step.forksPerSide()),
        calibration.design().forkTime().map(step::time).map(CalibrationText::time).orElse("-"));
  }

  private List<String> slowed(Step step) {
    return List.of(
        slowdown(step),
        Long.toString(step.slowed().total()),
        Percent.of(step.found()),
        Percent.brief(step.slowed().share(Outcome.UNCHANGED)),
        Percent.brief(step.slowed().share(Outcome.INCONCLUSIVE)));
  }

  private static String time(Duration time) {
    return time.toMinutes() < 2
        ? String.format(Locale.ROOT, "%.1f s", Cut.seconds(time))
        : String.format(Locale.ROOT, "%.1f min", Cut.seconds(time) / 60);
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
        // Numbers end where they should, names begin there.
        int pad = header.get(i).equals(BENCHMARK) ? 0 : width - cells.get(i).length();
        line.append("  ").append(" ".repeat(pad)).append(cells.get(i));
      }
      boolean isHeader = cells == header;
      to.append(isHeader ? style.paint(Ansi.DIM, line.toString()) : line).append('\n');
    }
    to.append('\n');
  }

  private List<String> visible() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Smallest visible slowdown, found in four of five checks: %s in the middle benchmark, %s or less in a quarter, %s or more in a quarter."
            .formatted(
                amount(calibration.visibleAt(0.5)),
                amount(calibration.visibleAt(0.25)),
                amount(calibration.visibleAt(0.75))));
    if (live.isPresent()) {
      return lines;
    }
    List<SmallestVisible> all = calibration.visible();
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
        live.map(this::measured).orElseGet(this::replayed),
        rule(calibration.policy(), design),
        "Slowdown: of %s of the %s benchmarks of each suite, drawn anew for each. Forks: on each side of a benchmark, on average. Machine time: of a check."
            .formatted(design.changed(), design.suiteSize()),
        "In brackets: the interval at 95 %, of shares that of Clopper and Pearson. It holds what the drawing left to chance, not what other benchmarks would give.");
  }

  private String measured(LiveCalibration measured) {
    return "Measured: %s beside itself, at %s on %s. Base and head are drawn from these forks with replacement, and each pair either way round, seed %s. Sees: the smallest slowdown found in four of five checks. Spread: between pairs, or between whole forks. Apart: one side against the other, as measured."
        .formatted(
            String.join(", ", calibration.recordings().files()),
            measured.at(),
            measured.machine().id(),
            calibration.design().seed());
  }

  private String replayed() {
    return "Replayed: %s with %s and %s forks of each; %s. Base and head are drawn from these with replacement, seed %s."
        .formatted(
            count(calibration.recordings().files().size(), "file"),
            count(calibration.recordings().all().size(), "benchmark"),
            range(calibration.recordings().recordedForks()),
            cut(calibration.recordings().cut()),
            calibration.design().seed());
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
            .map(
                each ->
                    policy
                        .threshold(
                            each.id(),
                            each.metric(),
                            each.isPaired() ? Kind.TURNS : Kind.SIDE_BY_SIDE)
                        .relative())
            .distinct()
            .map(Percent::of)
            .collect(Collectors.joining(" or "));
    return ("Rule: %s forks a side of each benchmark; those with p below %s are measured again with %s"
            + " fresh ones, which alone decide; regressed: surely worse, at %s for the whole suite"
            + " (Holm), and by at least %s.%s")
        .formatted(
            looks(design.effort().screening()),
            policy.screen(),
            looks(design.effort().confirming()),
            Percent.of(policy.alpha()),
            thresholds,
            design
                .effort()
                .budget()
                .map(b -> " Budget: " + time(b) + " for all forks.")
                .orElse(""));
  }

  /** So many forks, or so many at the first look and so many more at the next. */
  private static String looks(Looks looks) {
    return looks.at().stream().map(String::valueOf).collect(Collectors.joining(", then "));
  }
}
