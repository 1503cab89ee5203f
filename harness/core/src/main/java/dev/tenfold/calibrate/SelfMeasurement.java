package dev.tenfold.calibrate;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Terms;
import dev.tenfold.config.Suite;
import dev.tenfold.machine.Fingerprint;
import dev.tenfold.measure.Bench;
import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.measure.Journal;
import dev.tenfold.measure.Measured;
import dev.tenfold.measure.Progress;
import dev.tenfold.measure.Session;
import dev.tenfold.measure.Side;
import dev.tenfold.measure.Stage;
import dev.tenfold.measure.Task;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Failure;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A jar that was measured beside itself.
 *
 * @param base what its one side gave
 * @param head what its other side gave, in the same session
 * @param forkTime machine time of a fork of one side, on average
 */
public record SelfMeasurement(Run base, Run head, Duration forkTime) {
  private static final Cut WHOLE = new Cut(Duration.ZERO, Optional.empty(), 1);

  /**
   * Measures a jar beside itself, as a check measures two.
   *
   * @param pairs of forks of each benchmark; at least 2
   * @param seed of the order of the benchmarks
   */
  public static SelfMeasurement measure(
      BenchmarkJar jar, Suite suite, int pairs, Progress progress, long seed) {
    Machine machine = Fingerprint.of(suite.options().java());
    Map<Side, BenchmarkJar> jars = Map.of(Side.BASE, jar, Side.HEAD, jar);
    try (Session session = Session.open(progress);
        Bench bench =
            session.bench(
                jars,
                suite.services(),
                suite.forkOptions(),
                suite.effort().turn(),
                Journal.NONE,
                seed)) {
      List<Task> tasks = bench.tasks(Side.BASE, suite.selection().in(machine.javaMajor()));
      Stage stage =
          bench.stage("calibrating", Map.of(Side.BASE, tasks, Side.HEAD, tasks), Looks.ONCE);
      stage.until(pairs, stage.benchmarks(), "calibrating");
      Map<Side, Measured> measured = stage.measured(machine);
      return new SelfMeasurement(
          of(Side.BASE, measured),
          of(Side.HEAD, measured),
          stage.took().dividedBy(2L * Math.max(1, stage.bouts())));
    }
  }

  private static Run of(Side side, Map<Side, Measured> measured) {
    return Objects.requireNonNull(measured.get(side)).run();
  }

  /** What could not be measured on either side. */
  public List<Failure> failures() {
    Map<BenchmarkId, Failure> failures = new TreeMap<>();
    Stream.concat(base.failures().stream(), head.failures().stream())
        .forEach(failure -> failures.putIfAbsent(failure.id(), failure));
    return List.copyOf(failures.values());
  }

  /**
   * What base and head can be drawn from.
   *
   * @param source of it, for people: the jar
   * @throws InputException if no benchmark was measured
   */
  public Recordings recordings(String source) {
    Map<BenchmarkId, Result> heads = new TreeMap<>();
    head.results().forEach(result -> heads.put(result.id(), result));
    Set<BenchmarkId> failed = new HashSet<>();
    failures().forEach(failure -> failed.add(failure.id()));
    List<Recording> all = new ArrayList<>();
    for (Result result : base.results()) {
      Result other = heads.get(result.id());
      if (other != null && !failed.contains(result.id())) {
        all.add(Recording.of(result, other));
      }
    }
    if (all.isEmpty()) {
      throw new InputException(
          "%s: no benchmark could be measured, so there is nothing to calibrate with. %s"
              .formatted(source, failures().stream().map(Failure::reason).findFirst().orElse("")));
    }
    return new Recordings(List.of(source), WHOLE, all);
  }

  /** How far the two sides came to lie apart; a benchmark with one fork has no such thing. */
  public List<Twin> twins() {
    return Comparer.compare(base, head, Terms.sideBySide(Set.of())).differences().stream()
        .filter(difference -> difference.metric().isScore())
        .flatMap(difference -> Twin.of(difference).stream())
        .toList();
  }
}
