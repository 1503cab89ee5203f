package dev.tenfold.tests;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Jvm;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Series;
import dev.tenfold.run.Settings;
import dev.tenfold.run.Turns;
import dev.tenfold.run.Unit;
import dev.tenfold.store.RunFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Runs of a large suite in turns, as a check leaves them, of drawn numbers. */
final class BigRun {
  private static final double SPREAD = 0.01;
  private static final Settings SETTINGS = new Settings(2, "40 ms", 1, 12, "40 ms", 1, List.of());
  private static final Jvm JVM =
      new Jvm("/jdk/bin/java", "17.0.15", "OpenJDK 64-Bit Server VM", "17.0.15+6", "1.37");

  private static final Metric ALLOCATION = Metric.secondary(Metric.ALLOCATION, Unit.of("B/op"));

  private final SplittableRandom random;
  private final int forks;
  private final int rounds;

  private BigRun(long seed, int forks, int rounds) {
    this.random = new SplittableRandom(seed);
    this.forks = forks;
    this.rounds = rounds;
  }

  /**
   * Writes the runs of base and head.
   *
   * @param slower how many are slower by a fifth, in the screening and in the fresh forks
   */
  static void write(Path directory, int benchmarks, int slower, int forks, int rounds) {
    BigRun run = new BigRun(7, forks, rounds);
    write(directory.resolve("base.json"), run.results(benchmarks, 0));
    write(directory.resolve("run.json"), run.results(benchmarks, slower));
    write(directory.resolve("confirm-base.json"), run.results(slower, 0));
    write(directory.resolve("confirm-run.json"), run.results(slower, slower));
  }

  private static void write(Path file, List<Result> results) {
    Origin origin =
        new Origin(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
            Optional.empty());
    RunFile.write(new Run(origin, results, List.of()), file);
  }

  private List<Result> results(int benchmarks, int slower) {
    return IntStream.range(0, benchmarks)
        .mapToObj(i -> result(i, (10 + i % 90) * (i < slower ? 1.2 : 1)))
        .toList();
  }

  private Result result(int number, double level) {
    List<Turns> turns =
        IntStream.range(0, forks).mapToObj(i -> new Turns(i, "bh".repeat(rounds / 2))).toList();
    return new Result(
        BenchmarkId.of(
            "org.acme.collections.Lookup%d.b%04d".formatted(number / 20, number),
            Mode.AVERAGE_TIME,
            1,
            Map.of("size", Integer.toString(10 + number % 4))),
        SETTINGS,
        JVM,
        series(Metric.score(Mode.AVERAGE_TIME, Unit.of("ns/op")), level, SPREAD),
        new TreeMap<>(Map.of(ALLOCATION.name(), series(ALLOCATION, 24, 0))),
        new Circumstances(turns, Optional.empty(), Looks.ONCE));
  }

  private Series series(Metric metric, double level, double spread) {
    List<Fork> all = new ArrayList<>();
    for (int i = 0; i < forks; i++) {
      double own = level * (1 + spread * noise());
      all.add(
          Fork.of(
              IntStream.range(0, rounds).mapToDouble(j -> own * (1 + spread * noise())).toArray(),
              metric.better()));
    }
    return new Series(metric, all);
  }

  /** Between -1 and 1, mostly near the middle. */
  private double noise() {
    return random.nextDouble() - random.nextDouble();
  }
}
