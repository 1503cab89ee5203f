package dev.tenfold.report;

import dev.tenfold.compare.Kind;
import dev.tenfold.compare.Warning;
import dev.tenfold.judge.Finding.Estimator;
import dev.tenfold.judge.Limit;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Threshold;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is said of a verdict as a whole, in sentences that every document for people prints. */
public final class Summary {
  private static final int FEW = 3;
  private static final int LIMITS = 10;
  private static final int SHORT_HASH = 12;

  private final Verdict verdict;
  private final List<Row> rows;
  private final UnaryOperator<String> quote;

  /**
   * A summary.
   *
   * @param rows of the verdict
   * @param quote makes text from elsewhere harmless in the document
   */
  Summary(Verdict verdict, List<Row> rows, UnaryOperator<String> quote) {
    this.verdict = verdict;
    this.rows = rows;
    this.quote = quote;
  }

  /**
   * A summary.
   *
   * @param quote makes text from elsewhere harmless in the document
   */
  public static Summary of(Verdict verdict, UnaryOperator<String> quote) {
    return new Summary(verdict, Row.inOrder(verdict), quote);
  }

  /** What it comes to, and what the reader has to do. */
  public String headline() {
    String unmeasured =
        verdict.notMeasured() == 0
            ? ""
            : " Also, "
                + count(verdict.notMeasured(), "benchmark was", "benchmarks were")
                + " not measured.";
    return switch (verdict.status()) {
      case PASS -> "Pass: " + passed();
      case REGRESSION ->
          "Regression: "
              + proven(Outcome.REGRESSED, "slower", "more")
              + ". Repair or explain that before this is merged."
              + unmeasured;
      case INCONCLUSIVE ->
          rows.stream().noneMatch(Row::isCompared)
              ? "Inconclusive: one fork on a side allows no claim on any benchmark. Measure at least 2."
              : "Inconclusive: "
                  + count(total(Outcome.INCONCLUSIVE), "result is", "results are")
                  + " undecided, and the policy does not let that pass. Measure more forks; the rows"
                  + " say how many.";
      case INCOMPLETE -> "Incomplete: " + missing();
      case INCOMPARABLE ->
          total(Outcome.INCOMPARABLE) == 0
              ? "Not comparable: there is no baseline, and one is demanded. Name a base with --base,"
                  + " or keep one with tenfold baseline keep."
              : "Not comparable: "
                  + count(total(Outcome.INCOMPARABLE), "benchmark was", "benchmarks were")
                  + " measured in different ways in base and head. Measure both in the same way; the"
                  + " rows say what differs.";
    };
  }

  private String passed() {
    long identical = total(Outcome.IDENTICAL);
    if (identical > 0 && identical == rows.size()) {
      return "base and head run the same code in "
          + (identical == 1 ? "the one benchmark" : "all " + identical + " benchmarks")
          + ", so nothing was measured.";
    }
    if (rows.stream().noneMatch(row -> row.isCompared() || row.outcome() == Outcome.IDENTICAL)) {
      return "nothing was compared, and nothing failed.";
    }
    String waived =
        total(Outcome.WAIVED) == 0
            ? ""
            : " beside " + count(total(Outcome.WAIVED), "waived regression", "waived regressions");
    String found =
        "no regression found in " + count(verdict.expected(), "benchmark", "benchmarks") + waived;
    String faster =
        total(Outcome.IMPROVED) == 0 ? "" : "; " + proven(Outcome.IMPROVED, "faster", "less");
    String undecided =
        total(Outcome.INCONCLUSIVE) == 0
            ? ""
            : ", but "
                + count(total(Outcome.INCONCLUSIVE), "result is", "results are")
                + " undecided";
    return found + undecided + faster + ". Nothing has to be done.";
  }

  private String missing() {
    if (verdict.notMeasured() > 0) {
      return verdict.notMeasured()
          + " of "
          + count(verdict.expected(), "benchmark was", "benchmarks were")
          + " not measured. Repair what their rows tell, and measure again.";
    }
    if (verdict.policy().failOn().contains(Outcome.REMOVED) && total(Outcome.REMOVED) > 0) {
      return count(total(Outcome.REMOVED), "benchmark", "benchmarks")
          + " of the base cannot be found in the head, and the policy does not let that pass.";
    }
    if (rows.stream().anyMatch(Row::isCompared)) {
      return "a part of the suite is missing; the notes say which.";
    }
    return "nothing could be compared, so nothing is known. Give a base that was measured with the"
        + " same benchmarks.";
  }

  private String proven(Outcome outcome, String inScore, String inAllocation) {
    long scores = verdict.counts(Subject.SCORE).getOrDefault(outcome, 0L);
    long allocation = verdict.counts(Subject.ALLOCATION).getOrDefault(outcome, 0L);
    long growth = verdict.counts(Subject.GROWTH).getOrDefault(outcome, 0L);
    long budget = verdict.counts(Subject.BUDGET).getOrDefault(outcome, 0L);
    List<String> parts = new ArrayList<>();
    add(scores, "is " + inScore, "are " + inScore, parts);
    add(allocation, "allocates " + inAllocation, "allocate " + inAllocation, parts);
    String way = (outcome == Outcome.REGRESSED ? "steeper" : "less") + " with its size";
    add(growth, "grows " + way, "grow " + way, parts);
    add(budget, "is over its budget", "are over their budgets", parts);
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** Only the first has to say of what. */
  private static void add(long number, String one, String many, List<String> to) {
    if (number > 0) {
      String what = to.isEmpty() ? number == 1 ? " benchmark" : " benchmarks" : "";
      to.add(number + what + " " + (number == 1 ? one : many));
    }
  }

  /** What findings are counted of: always the metrics, the rest where there is any. */
  public static List<Subject> counted(Verdict verdict) {
    return Arrays.stream(Subject.values())
        .filter(
            subject ->
                subject == Subject.SCORE
                    || subject == Subject.ALLOCATION
                    || !verdict.counts(subject).isEmpty())
        .toList();
  }

  /** How each benchmark that was measured at several sizes grows. */
  public List<String> growths() {
    return verdict.growths().stream().map(growth -> GrowthSentence.of(growth, quote)).toList();
  }

  private long total(Outcome outcome) {
    return rows.stream().filter(row -> row.outcome() == outcome).count();
  }

  /** How many benchmarks there should be, and how many there are. */
  public String completeness() {
    long missing = verdict.notMeasured();
    long identical = total(Outcome.IDENTICAL);
    String sentence =
        count(verdict.expected(), "benchmark", "benchmarks")
            + " expected, "
            + (verdict.expected() - missing - identical)
            + " measured"
            + (identical == 0 ? "" : ", " + identical + " identical");
    List<Row> failed = rows.stream().filter(row -> row.outcome() == Outcome.FAILED).toList();
    return sentence
        + (missing == 0
            ? "."
            : "; not measured: " + few(failed) + " (for the reason, see FAILED).");
  }

  /** What it would take to decide what is undecided; empty where all is decided. */
  public Optional<String> undecided() {
    List<Row> open = rows.stream().filter(row -> row.outcome() == Outcome.INCONCLUSIVE).toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    List<OptionalInt> needs =
        open.stream()
            .flatMap(row -> row.finding().evidence().stream())
            .map(evidence -> evidence.sight().forksNeeded())
            .toList();
    OptionalInt most = needs.stream().flatMapToInt(OptionalInt::stream).max();
    long decidable = needs.stream().filter(OptionalInt::isPresent).count();
    List<String> parts = new ArrayList<>();
    if (most.isPresent()) {
      parts.add(most.getAsInt() + " forks on each side would decide " + decidable);
    }
    if (needs.size() > decidable) {
      parts.add((needs.size() - decidable) + " too noisy for any sensible number of forks");
    }
    if (open.size() > needs.size()) {
      parts.add((open.size() - needs.size()) + " with too few forks for any claim");
    }
    return Optional.of(open.size() + " undecided: " + String.join("; ", parts) + ".");
  }

  /** Each doubt once, with what it is about. */
  public List<String> warnings() {
    Map<Warning, List<Row>> about = new EnumMap<>(Warning.class);
    for (Row row : rows) {
      row.finding().evidence().stream()
          .flatMap(evidence -> evidence.difference().warnings().stream())
          .forEach(warning -> about.computeIfAbsent(warning, w -> new ArrayList<>()).add(row));
    }
    long compared = rows.stream().filter(Row::isCompared).count();
    List<String> sentences = new ArrayList<>();
    about.forEach(
        (warning, doubtful) ->
            sentences.add(
                (doubtful.size() > FEW && doubtful.size() == compared
                        ? "All " + compared + " results"
                        : few(doubtful))
                    + ": "
                    + warning.text()
                    + "."));
    return sentences;
  }

  /** How far the scores are to be trusted; empty where none was compared. */
  public Optional<String> trust() {
    return Trust.of(rows);
  }

  /** Whether the base was measured at another time. */
  boolean isStored() {
    return verdict.kind() == Kind.STORED;
  }

  private String few(List<Row> some) {
    String names =
        some.stream().limit(FEW).map(row -> row.label(quote)).collect(Collectors.joining(", "));
    return some.size() <= FEW ? names : names + " and " + (some.size() - FEW) + " more";
  }

  /** How the two were measured, from what, and where. */
  List<String> origins() {
    List<String> lines = new ArrayList<>();
    if (verdict.base().equals(Origin.UNKNOWN) && verdict.head().at().isPresent()) {
      lines.add("Measured: " + origin(verdict.head()) + ".");
      lines.add("Machine: " + machine(verdict.head()) + ".");
      return lines;
    }
    if (rows.stream().anyMatch(Row::isCompared)) {
      lines.add("Measured " + verdict.kind().text() + ".");
    }
    trust().ifPresent(lines::add);
    lines.add("Base: " + origin(verdict.base()) + ".");
    lines.add("Head: " + origin(verdict.head()) + ".");
    if (verdict.base().machine().equals(verdict.head().machine())) {
      lines.add("Machine: " + machine(verdict.base()) + ".");
    } else {
      lines.add("Machine of the base: " + machine(verdict.base()) + ".");
      lines.add("Machine of the head: " + machine(verdict.head()) + ".");
    }
    return lines;
  }

  private String origin(Origin origin) {
    String revision = origin.revision().map(quote).orElse("unknown");
    String jar = origin.jar().map(Summary::shortHash).map(quote).orElse("unknown");
    return "revision "
        + revision
        + ", jar "
        + jar
        + origin.at().map(at -> ", measured at " + at).orElse(", measured at an unknown time");
  }

  private static String shortHash(String hash) {
    return hash.length() <= SHORT_HASH ? hash : hash.substring(0, SHORT_HASH);
  }

  private String machine(Origin origin) {
    return origin.machine().map(this::machine).orElse("unknown");
  }

  private String machine(Machine machine) {
    return quote.apply(machine.id())
        + ", "
        + quote.apply(machine.cpu())
        + ", "
        + quote.apply(machine.jvm());
  }

  /** By what it was judged, and how the columns are to be read. */
  public List<String> rules() {
    Policy policy = verdict.policy();
    Kind kind = verdict.kind();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Regressed: worse by at least "
            + threshold(Policy.byDefault(false, kind), "")
            + " (allocation: "
            + threshold(Policy.byDefault(true, kind), " B/op")
            + "), and surely: a suite in which nothing changed has a false one with a chance of "
            + Figures.share(policy.alpha())
            + ".");
    if (!policy.limits().isEmpty()) {
      lines.add("Other thresholds: " + limits(policy.limits()) + ".");
    }
    lines.add(
        "Unchanged: surely within "
            + Figures.share(policy.equivalence())
            + " (allocation: within its threshold).");
    lines.add(
        "Change: in the direction of the number, so a throughput that fell is negative; with its"
            + " interval at 95 %.");
    lines.add(levels());
    lines.add(
        "Sees: the smallest true loss that would have been found with a chance of 80 %, judged by"
            + " itself; needs: the forks on each side with which an undecided row would be decided.");
    return lines;
  }

  private String levels() {
    List<Row> byMean =
        rows.stream()
            .filter(
                row ->
                    row.finding()
                        .evidence()
                        .filter(evidence -> evidence.estimator() == Estimator.MEAN)
                        .isPresent())
            .toList();
    return "Base and head: the middle of the forks' quiet quartiles"
        + (byMean.isEmpty()
            ? "."
            : "; of their means in " + few(byMean) + ", where those decided.");
  }

  private String limits(List<Limit> limits) {
    String text =
        limits.stream()
            .limit(LIMITS)
            .map(
                limit ->
                    quote.apply(limit.benchmarks().text())
                        + " "
                        + quote.apply(limit.metric())
                        + " "
                        + threshold(
                            limit.threshold(),
                            limit.metric().equals(Metric.ALLOCATION) ? " B/op" : " in its unit"))
            .collect(Collectors.joining(", "));
    return limits.size() <= LIMITS ? text : text + " and " + (limits.size() - LIMITS) + " more";
  }

  private static String threshold(Threshold threshold, String unit) {
    String relative = Figures.share(threshold.relative());
    if (threshold.relative() == 0 && threshold.absolute() > 0) {
      return Figures.exact(threshold.absolute()) + unit;
    }
    return threshold.absolute() == 0
        ? relative
        : relative + " and " + Figures.exact(threshold.absolute()) + unit;
  }

  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
