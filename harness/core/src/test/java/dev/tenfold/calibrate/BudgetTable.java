package dev.tenfold.calibrate;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Terms;
import dev.tenfold.config.Effort;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Judge;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * What a budget buys: {@code java dev.tenfold.calibrate.BudgetTable SUITES}. Suites of 30
 * benchmarks in pairs, a third of them with 1.5, 3 and 4.5 % between pairs; 5 s for a pair; three
 * of them get slower by 5 %. Beside it, the same machine time spread evenly: as many pairs for
 * each, judged together at once.
 */
public final class BudgetTable {
  private static final int SIZE = 30;
  private static final int CHANGED = 3;
  private static final double SLOWDOWN = 0.05;
  private static final Duration FORK = Duration.ofMillis(2500);
  private static final int[] MINUTES = {10, 12, 15, 20, 30, 60};
  private static final Policy POLICY = Policy.standard();

  private BudgetTable() {}

  public static void main(String[] args) {
    int suites = Integer.parseInt(args[0]);
    Random random = new Random(1);
    List<Recording> all = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      all.add(Synthetic.pairs("m" + i, 0.015 * (1 + i % 3), random));
    }
    print("none", replayed(all, suites, Effort.STANDARD));
    for (int minutes : MINUTES) {
      Effort effort = Effort.STANDARD.within(Duration.ofMinutes(minutes));
      print(minutes + " min", replayed(all, suites, effort));
      int pairs = minutes * 60 / 5 / SIZE;
      print("even, %s pairs".formatted(pairs), even(all, suites, pairs));
    }
  }

  /** Machine minutes where nothing changed, and shares in per cent. */
  private record Row(
      double minutes, double alarms, double found, double falselyUnchanged, double unchanged) {}

  private static Row replayed(List<Recording> all, int suites, Effort effort) {
    Design design =
        new Design(suites, SIZE, CHANGED, List.of(0.0, SLOWDOWN), effort, Optional.of(FORK), 1);
    List<Step> steps =
        new SplittableRandom(1)
            .longs(suites)
            .parallel()
            .mapToObj(seed -> Trial.draw(all, design, seed))
            .map(t -> List.of(t.judged(POLICY, 0), t.judged(POLICY, SLOWDOWN)))
            .reduce((a, b) -> List.of(a.get(0).plus(b.get(0)), a.get(1).plus(b.get(1))))
            .orElseThrow();
    Step same = steps.get(0);
    Counts slowed = steps.get(1).slowed();
    return new Row(
        same.time(FORK).toMillis() / 60_000.0,
        100 * same.alarms().share(),
        100 * steps.get(1).found().share(),
        100 * slowed.share(Outcome.UNCHANGED).share(),
        100 * same.same().share(Outcome.UNCHANGED).share());
  }

  private static Row even(List<Recording> all, int suites, int pairs) {
    AtomicLongArray counts = new AtomicLongArray(4);
    new SplittableRandom(1)
        .longs(suites)
        .parallel()
        .forEach(
            seed -> {
              List<Finding> same = judged(all, pairs, 0, new SplittableRandom(seed));
              counts.addAndGet(0, count(same, Outcome.REGRESSED) > 0 ? 1 : 0);
              counts.addAndGet(1, count(same, Outcome.UNCHANGED));
              Set<BenchmarkId> changed = new HashSet<>();
              all.subList(0, CHANGED).forEach(recording -> changed.add(recording.id()));
              List<Finding> slowed =
                  judged(all, pairs, CHANGED, new SplittableRandom(seed)).stream()
                      .filter(finding -> changed.contains(finding.id()))
                      .toList();
              counts.addAndGet(2, count(slowed, Outcome.REGRESSED));
              counts.addAndGet(3, count(slowed, Outcome.UNCHANGED));
            });
    return new Row(
        FORK.multipliedBy(2L * pairs * SIZE).toMillis() / 60_000.0,
        100.0 * counts.get(0) / suites,
        100.0 * counts.get(2) / suites / CHANGED,
        100.0 * counts.get(3) / suites / CHANGED,
        100.0 * counts.get(1) / suites / SIZE);
  }

  private static long count(List<Finding> findings, Outcome outcome) {
    return findings.stream().filter(finding -> finding.outcome() == outcome).count();
  }

  private static List<Finding> judged(
      List<Recording> all, int pairs, int changed, SplittableRandom random) {
    List<Result> base = new ArrayList<>();
    List<Result> head = new ArrayList<>();
    IntStream.range(0, all.size())
        .forEach(
            i -> {
              Recording recording = all.get(i);
              Recording.Draw draw = recording.draw(pairs, random);
              double factor = i < changed ? 1 + SLOWDOWN : 1;
              base.add(recording.base(draw, pairs, Looks.ONCE));
              head.add(recording.head(draw, pairs, factor, Looks.ONCE));
            });
    Comparison comparison =
        Comparer.compare(
            new Run(Origin.UNKNOWN, base, List.of()),
            new Run(Origin.UNKNOWN, head, List.of()),
            Terms.sideBySide(Set.of()));
    return new Judge(POLICY).verdict(comparison).findings();
  }

  private static void print(String budget, Row row) {
    System.out.printf(
        Locale.ROOT,
        "%-15s %5.1f min, alarms %4.1f, found %5.1f, falsely unchanged %4.1f, unchanged %5.1f%n",
        budget,
        row.minutes(),
        row.alarms(),
        row.found(),
        row.falselyUnchanged(),
        row.unchanged());
  }
}
