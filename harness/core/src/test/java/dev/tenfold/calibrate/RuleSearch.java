package dev.tenfold.calibrate;

import dev.tenfold.calibrate.CandidateRule.Drawn;
import dev.tenfold.calibrate.CandidateRule.Eye;
import dev.tenfold.calibrate.CandidateRule.Join;
import dev.tenfold.calibrate.CandidateRule.Judged;
import dev.tenfold.calibrate.CandidateRule.Stage;
import dev.tenfold.jmh.Detail;
import dev.tenfold.run.Result;
import dev.tenfold.stats.Quantiles;
import dev.tenfold.store.RunFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;

/**
 * Looks for a better rule on recorded forks: {@code java dev.tenfold.calibrate.RuleSearch SUITES
 * FILE...}. Each file is a system of its own. The rules are measured on every second of them and on
 * the others; what is chosen on one half is to be believed by what it does on the other.
 *
 * <p>For each half it prints how many of the suites of 100 in which nothing changed alarm, and how
 * many slowdowns of 5, 10 and 20 % are found where ten of the hundred got slower, and regressions
 * that hit a fifth of the iterations, which take half as long again (the mean rises by 10 %). The
 * price is the machine's seconds on each side of a benchmark, 1.5 for each JVM to start: where
 * nothing changed, and where ten of a hundred got slower by 5 %.
 */
public final class RuleSearch {
  private static final int SUITE = 100;
  private static final int CHANGED = 10;
  private static final double START = 1.5;
  private static final Cut LONG = cut(5, 5);
  private static final Cut SHORT = cut(2, 5);
  private static final List<Eye> NOW = List.of(Eye.QUARTILE, Eye.MEAN);
  private static final List<Eye> LOW = List.of(Eye.DECILE, Eye.MEAN);

  /** The head is so many times as slow; or a fifth of its iterations are by half. */
  private record Scenario(double factor, boolean tail) {}

  private static final List<Scenario> SCENARIOS =
      List.of(
          new Scenario(1, false),
          new Scenario(1.05, false),
          new Scenario(1.1, false),
          new Scenario(1.2, false),
          new Scenario(1, true));

  /** Logarithms of what an eye sees of each pseudo-fork, as it was and with a fifth slower. */
  private record Seen(double[] plain, double[] tail) {}

  /** In per cent; seconds where nothing changed and where ten of a hundred got slower. */
  private record Row(double[] shares, double quiet, double changing) {}

  private RuleSearch() {}

  public static void main(String[] args) {
    int suites = Integer.parseInt(args[0]);
    List<List<Result>> halves = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 1; i < args.length; i++) {
      halves.get(i % 2).addAll(RunFile.read(Path.of(args[i]), Detail.WHOLE).results());
    }
    System.out.printf(
        "%-57s %31s %31s %s%n",
        "rule", "half 1: alarms 5 10 20 tail", "half 2: alarms 5 10 20 tail", "seconds");
    Map<CandidateRule, List<Row>> rows = new HashMap<>();
    List<Map<Cut, Map<Eye, List<Seen>>>> seen = List.of(new HashMap<>(), new HashMap<>());
    for (CandidateRule rule : rules()) {
      List<Row> both = new ArrayList<>();
      for (int half = 0; half < 2; half++) {
        List<Result> results = halves.get(half);
        Map<Eye, List<Seen>> eyes =
            seen.get(half).computeIfAbsent(rule.cut(), cut -> seen(results, cut));
        both.add(row(rule, eyes, suites));
      }
      rows.put(rule, both);
      System.out.printf(
          "%-57s %31s %31s %s%n",
          rule.name(), shares(both.get(0)), shares(both.get(1)), price(both));
    }
    choose(rows, 0);
    choose(rows, 1);
  }

  private static List<CandidateRule> rules() {
    List<Stage> now = stages(3, 0.1, 5);
    List<CandidateRule> rules = new ArrayList<>();
    add(rules, "", LONG, NOW, Join.BONFERRONI, now, 1);
    add(rules, "Cauchy", LONG, NOW, Join.CAUCHY, now, 1);
    add(rules, "moderated t", LONG, NOW, Join.MODERATED, now, 1);
    add(rules, "quartile alone", LONG, List.of(Eye.QUARTILE), Join.BONFERRONI, now, 1);
    add(rules, "decile and mean", LONG, LOW, Join.BONFERRONI, now, 1);
    add(rules, "least and mean", LONG, List.of(Eye.LEAST, Eye.MEAN), Join.BONFERRONI, now, 1);
    add(rules, "", LONG, NOW, Join.BONFERRONI, stages(3, 0.2, 5), 1);
    add(rules, "", LONG, NOW, Join.BONFERRONI, stages(3, 0.3, 5), 1);
    add(rules, "", LONG, NOW, Join.BONFERRONI, stages(2, 0.1, 5), 1);
    add(rules, "", LONG, NOW, Join.BONFERRONI, stages(2, 0.1, 8), 1);
    add(rules, "", LONG, NOW, Join.BONFERRONI, stages(3, 0.1, 8), 1);
    add(rules, "", LONG, NOW, Join.BONFERRONI, stages(4, 0.1, 8), 1);
    add(rules, "all forks convict", LONG, NOW, Join.BONFERRONI, now, 0);
    add(rules, "all, inverse normal", LONG, NOW, Join.INVERSE_NORMAL, now, 0);
    add(rules, "", LONG, NOW, Join.BONFERRONI, stages(2, 0.2, 3, 0.1, 8), 1);
    add(rules, "", LONG, NOW, Join.BONFERRONI, stages(2, 0.3, 3, 0.1, 8), 1);
    add(rules, "", LONG, NOW, Join.BONFERRONI, stages(2, 0.3, 3, 0.1, 8), 2);
    add(rules, "", LONG, NOW, Join.BONFERRONI, stages(3, 0.2, 3, 0.1, 8), 1);
    add(rules, "", LONG, NOW, Join.BONFERRONI, stages(3, 0.1, 5, 0.05, 8), 1);
    add(rules, "decile and mean", LONG, LOW, Join.BONFERRONI, stages(2, 0.3, 3, 0.1, 8), 1);
    add(rules, "decile and mean", LONG, LOW, Join.BONFERRONI, stages(2, 0.2, 3, 0.1, 8), 1);
    add(rules, "decile and mean", LONG, LOW, Join.BONFERRONI, stages(3, 0.1, 5, 0.05, 8), 1);
    add(rules, "2 s + 5 s", SHORT, NOW, Join.BONFERRONI, stages(4, 0.1, 8), 1);
    add(rules, "2 s + 5 s", SHORT, NOW, Join.BONFERRONI, stages(2, 0.3, 3, 0.1, 8), 1);
    add(rules, "2 s + 5 s", SHORT, NOW, Join.BONFERRONI, stages(3, 0.3, 4, 0.1, 10), 1);
    add(
        rules,
        "2 s + 5 s, decile and mean",
        SHORT,
        LOW,
        Join.BONFERRONI,
        stages(3, 0.3, 4, 0.1, 10),
        1);
    return rules;
  }

  private static void add(
      List<CandidateRule> to,
      String name,
      Cut cut,
      List<Eye> eyes,
      Join join,
      List<Stage> stages,
      int from) {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < stages.size(); s++) {
      boolean last = s == stages.size() - 1;
      text.append(s == from && from > 0 ? "| " : "").append(stages.get(s).forks());
      text.append(last ? "" : " (p < " + stages.get(s).goesOn() + ") ");
    }
    to.add(
        new CandidateRule(
            text + (name.isEmpty() ? "" : ", " + name), cut, eyes, join, stages, from));
  }

  /** Forks, the p to go on with, forks, and so on; the last are forks. */
  private static List<Stage> stages(double... alternating) {
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < alternating.length; i += 2) {
      double goesOn = i + 1 < alternating.length ? alternating[i + 1] : 1;
      stages.add(new Stage((int) alternating[i], goesOn));
    }
    return stages;
  }

  private static Cut cut(int warmup, int measured) {
    return new Cut(Duration.ofSeconds(warmup), Optional.of(Duration.ofSeconds(measured)), 5);
  }

  private static Map<Eye, List<Seen>> seen(List<Result> results, Cut cut) {
    Map<Eye, List<Seen>> seen = new HashMap<>();
    SplittableRandom random = new SplittableRandom(3);
    for (Result result : results) {
      List<double[]> windows = cut.windows(result, "a recording");
      List<double[]> tails = windows.stream().map(w -> fifthSlower(w, random)).toList();
      for (Eye eye : Eye.values()) {
        seen.computeIfAbsent(eye, e -> new ArrayList<>())
            .add(new Seen(logs(windows, eye), logs(tails, eye)));
      }
    }
    return seen;
  }

  private static double[] fifthSlower(double[] scores, SplittableRandom random) {
    return Arrays.stream(scores).map(s -> random.nextInt(5) == 0 ? 1.5 * s : s).toArray();
  }

  private static double[] logs(List<double[]> windows, Eye eye) {
    return windows.stream()
        .mapToDouble(
            scores ->
                switch (eye) {
                  case MEAN -> Arrays.stream(scores).average().orElseThrow();
                  case QUARTILE -> Quantiles.type7(scores, 0.25);
                  case DECILE -> Quantiles.type7(scores, 0.1);
                  case LEAST -> Quantiles.type7(scores, 0);
                })
        .map(Math::log)
        .toArray();
  }

  private static Row row(CandidateRule rule, Map<Eye, List<Seen>> eyes, int suites) {
    double[] shares = new double[SCENARIOS.size()];
    double[] forks = new double[SCENARIOS.size()];
    for (int s = 0; s < shares.length; s++) {
      Scenario scenario = SCENARIOS.get(s);
      AtomicLongArray counts = new AtomicLongArray(3);
      new SplittableRandom(1)
          .longs(suites)
          .parallel()
          .forEach(seed -> count(rule.judge(draw(rule, eyes, scenario, seed)), counts));
      shares[s] =
          100.0 * (s == 0 ? counts.get(0) : counts.get(1)) / suites / (s == 0 ? 1 : CHANGED);
      forks[s] = (double) counts.get(2) / suites / SUITE;
    }
    double fork =
        START + Cut.seconds(rule.cut().warmup()) + Cut.seconds(rule.cut().measured().orElseThrow());
    return new Row(shares, forks[0] * fork, forks[1] * fork);
  }

  private static void count(Judged judged, AtomicLongArray counts) {
    counts.addAndGet(0, judged.regressed().isEmpty() ? 0 : 1);
    counts.addAndGet(1, judged.regressed().stream().filter(i -> i < CHANGED).count());
    counts.addAndGet(2, judged.forks());
  }

  private static List<Drawn> draw(
      CandidateRule rule, Map<Eye, List<Seen>> eyes, Scenario scenario, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Seen> any = eyes.get(Eye.MEAN);
    List<Integer> left = new ArrayList<>();
    LongStream.range(0, any.size()).forEach(i -> left.add((int) i));
    List<Drawn> suite = new ArrayList<>();
    while (suite.size() < SUITE) {
      int benchmark = left.remove(random.nextInt(left.size()));
      int forks = any.get(benchmark).plain().length;
      int[] base = random.ints(CandidateRule.MOST_FORKS, 0, forks).toArray();
      int[] head = random.ints(CandidateRule.MOST_FORKS, 0, forks).toArray();
      boolean changes = suite.size() < CHANGED;
      double[][] bases = new double[rule.eyes().size()][];
      double[][] heads = new double[rule.eyes().size()][];
      for (int eye = 0; eye < bases.length; eye++) {
        Seen seen = eyes.get(rule.eyes().get(eye)).get(benchmark);
        double[] of = changes && scenario.tail() ? seen.tail() : seen.plain();
        double shift = changes ? Math.log(scenario.factor()) : 0;
        bases[eye] = Arrays.stream(base).mapToDouble(i -> seen.plain()[i]).toArray();
        heads[eye] = Arrays.stream(head).mapToDouble(i -> of[i] + shift).toArray();
      }
      suite.add(new Drawn(bases, heads));
    }
    return suite;
  }

  private static String shares(Row row) {
    double[] s = row.shares();
    return String.format(
        Locale.ROOT, "%6.1f %5.1f %5.1f %5.1f %5.1f", s[0], s[1], s[2], s[3], s[4]);
  }

  private static String price(List<Row> both) {
    return String.format(
        Locale.ROOT,
        "%5.1f %5.1f",
        both.stream().mapToDouble(Row::quiet).average().orElseThrow(),
        both.stream().mapToDouble(Row::changing).average().orElseThrow());
  }

  /** The rule that finds most on one half at no more alarms than 3 % and no higher price. */
  private static void choose(Map<CandidateRule, List<Row>> rows, int half) {
    CandidateRule now = rules().get(0);
    double price = rows.get(now).get(half).changing();
    CandidateRule best =
        rows.keySet().stream()
            .filter(rule -> rule.eyes().contains(Eye.MEAN))
            .filter(rule -> rows.get(rule).get(half).shares()[0] <= 3)
            .filter(rule -> rows.get(rule).get(half).changing() <= price)
            .max(Comparator.comparingDouble(rule -> found(rows.get(rule).get(half))))
            .orElse(now);
    System.out.printf(
        "Chosen on half %d at the price of today's: %s; on half %d: %s (today's: %s)%n",
        half + 1,
        best.name(),
        2 - half,
        shares(rows.get(best).get(1 - half)),
        shares(rows.get(now).get(1 - half)));
  }

  private static double found(Row row) {
    return Arrays.stream(row.shares()).skip(1).sum();
  }
}
