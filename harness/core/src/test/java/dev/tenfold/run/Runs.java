package dev.tenfold.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes runs for tests. */
public final class Runs {
  public static final Settings SETTINGS = new Settings(2, "1 s", 1, 5, "1 s", 1, List.of());

  public static final Jvm JVM =
      new Jvm("/jdk/bin/java", "17.0.15", "OpenJDK 64-Bit Server VM", "17.0.15+6", "1.37");

  public static final Machine MACHINE =
      new Machine(
          "Some CPU",
          8,
          16,
          "linux-amd64",
          "6.1.0",
          "none",
          "Debian 17.0.15+6",
          17,
          "G1",
          "CompressedOops align 8");

  private Runs() {}

  /** An average time of one thread without parameters. */
  public static BenchmarkId id(String name) {
    return id(name, Mode.AVERAGE_TIME);
  }

  public static BenchmarkId id(String name, Mode mode) {
    return BenchmarkId.of("a.B." + name, mode, 1, Map.of());
  }

  public static String unit(Mode mode) {
    return mode == Mode.THROUGHPUT ? "ops/s" : "ns/op";
  }

  /** Each fork has one iteration, so that mean and quartile are this number. */
  public static Result result(BenchmarkId id, double... forks) {
    return iterations(id, rows(forks));
  }

  /** Each row is a fork. */
  public static Result iterations(BenchmarkId id, double[]... rows) {
    return iterations(id, unit(id.mode()), rows);
  }

  public static Result iterations(BenchmarkId id, String unit, double[]... rows) {
    Metric score = Metric.score(id.mode(), Unit.of(unit));
    return new Result(id, SETTINGS, JVM, series(score, rows), new TreeMap<>());
  }

  public static Result with(Result result, Metric metric, double... forks) {
    Map<String, Series> secondary = new TreeMap<>(result.secondary());
    secondary.put(metric.name(), series(metric, rows(forks)));
    return new Result(
        result.id(), result.settings(), result.jvm(), result.score(), new TreeMap<>(secondary));
  }

  /** The same result with this allocation, in B/op, one number a fork. */
  public static Result allocating(Result result, double... forks) {
    return with(result, Metric.secondary(Metric.ALLOCATION, Unit.of("B/op")), forks);
  }

  public static Result with(Result result, Settings settings) {
    return new Result(result.id(), settings, result.jvm(), result.score(), result.secondary());
  }

  public static Result with(Result result, Jvm jvm) {
    return new Result(result.id(), result.settings(), jvm, result.score(), result.secondary());
  }

  /** The same result, each of whose forks took turns with the fork of its number. */
  public static Result inTurns(Result result, Integer... looks) {
    List<Turns> turns = new ArrayList<>();
    for (int pair = 0; pair < result.score().forks().size(); pair++) {
      turns.add(new Turns(pair, pair % 2 == 0 ? "bhb" : "hbh"));
    }
    return result.under(new Circumstances(turns, Optional.empty(), new Looks(List.of(looks))));
  }

  public static Series series(Metric metric, double[]... rows) {
    List<Fork> forks = new ArrayList<>();
    for (double[] row : rows) {
      forks.add(Fork.of(row, metric.better()));
    }
    return new Series(metric, forks);
  }

  public static Run run(Result... results) {
    return run(Origin.UNKNOWN, results);
  }

  public static Run run(Origin origin, Result... results) {
    return new Run(origin, List.of(results), List.of());
  }

  /** The same run, of which these could not be measured. */
  public static Run failing(Run run, BenchmarkId... ids) {
    List<Failure> failures = new ArrayList<>(run.failures());
    for (BenchmarkId id : ids) {
      failures.add(new Failure(id, "Fork 2: it threw."));
    }
    return new Run(run.origin(), run.results(), failures);
  }

  /** Of this machine and session. */
  public static Origin origin(Machine machine, String at) {
    return new Origin(
        Optional.of(machine), Optional.empty(), Optional.of(Instant.parse(at)), Optional.empty());
  }

  private static double[][] rows(double[] forks) {
    return Arrays.stream(forks).mapToObj(fork -> new double[] {fork}).toArray(double[][]::new);
  }
}
