package dev.tenfold.html;

import dev.tenfold.compare.Difference;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Conditions;
import dev.tenfold.run.Conditions.Processor;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Jvm;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Series;
import dev.tenfold.run.Settings;
import dev.tenfold.run.Turns;
import dev.tenfold.run.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/** Runs as they might have been measured for a verdict that was made by hand. */
public final class Measurements {
  private static final Settings SETTINGS =
      new Settings(10, "40 ms", 1, 25, "40 ms", 1, List.of("-Xmx1g"));
  private static final Jvm JVM =
      new Jvm("/jdk/bin/java", "17.0.15", "OpenJDK 64-Bit Server VM", "17.0.15+6", "1.37");

  private final Random random = new Random(7);
  private final int forks;
  private final int rounds;

  private Measurements(int forks, int rounds) {
    this.forks = forks;
    this.rounds = rounds;
  }

  /**
   * A screening in pairs of all that was compared, and a confirmation of what regressed.
   *
   * @param forks of each in the screening; the confirmation has one more
   * @param rounds of each pair
   */
  public static Runs behind(Verdict verdict, int forks, int rounds) {
    Measurements some = new Measurements(forks, rounds);
    List<Finding> scores =
        verdict.findings().stream()
            .filter(finding -> finding.evidence().isPresent())
            .filter(finding -> difference(finding).metric().isScore())
            .toList();
    List<Finding> regressed =
        scores.stream().filter(finding -> finding.outcome() == Outcome.REGRESSED).toList();
    return new Runs(
        some.run(verdict.base(), scores, false, forks),
        some.run(verdict.head(), scores, true, forks),
        some.run(verdict.base(), regressed, false, forks + 1),
        some.run(verdict.head(), regressed, true, forks + 1));
  }

  private Optional<Run> run(Origin origin, List<Finding> findings, boolean head, int taken) {
    List<Result> results =
        findings.stream().map(finding -> result(difference(finding), head, taken)).toList();
    return results.isEmpty() ? Optional.empty() : Optional.of(new Run(origin, results, List.of()));
  }

  private static Difference difference(Finding finding) {
    return finding.evidence().orElseThrow().difference();
  }

  private Result result(Difference difference, boolean head, int taken) {
    double level = head ? difference.head().typical() : difference.base().typical();
    Metric allocation = Metric.secondary(Metric.ALLOCATION, Unit.of("B/op"));
    return new Result(
        difference.id(),
        SETTINGS,
        JVM,
        series(difference.metric(), level, 0.02, taken),
        new TreeMap<>(Map.of(allocation.name(), series(allocation, 24, 0, taken))),
        circumstances(taken));
  }

  private Series series(Metric metric, double level, double spread, int taken) {
    List<Fork> all = new ArrayList<>();
    for (int fork = 0; fork < taken; fork++) {
      double own = level * Math.exp(spread * random.nextGaussian());
      double[] scores = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        scores[round] = own * Math.exp(spread * random.nextGaussian());
      }
      all.add(Fork.of(scores, metric.better()));
    }
    return new Series(metric, all);
  }

  /** Of the last fork nothing is known of the machine. */
  private Circumstances circumstances(int taken) {
    List<Turns> turns = new ArrayList<>();
    List<Conditions> conditions = new ArrayList<>();
    for (int fork = 0; fork < taken; fork++) {
      turns.add(new Turns(fork, "bh".repeat(rounds)));
      conditions.add(conditions(fork < taken - 1));
    }
    Looks looks = taken > forks ? new Looks(List.of(2, taken)) : Looks.ONCE;
    return new Circumstances(
        turns,
        Optional.empty(),
        looks,
        conditions,
        taken > forks ? List.of("31 % of the processor time went to other processes") : List.of());
  }

  private Conditions conditions(boolean known) {
    Processor processor =
        known
            ? new Processor(
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.1 * random.nextDouble()),
                OptionalDouble.of(0.01 * random.nextDouble()))
            : Processor.UNKNOWN;
    return new Conditions(
        Duration.ofMillis(2400),
        processor,
        known ? OptionalDouble.of(0.3 * random.nextDouble()) : OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty());
  }
}
