package dev.tenfold.tests.evidence;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Difference;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Terms;
import dev.tenfold.machine.Fingerprint;
import dev.tenfold.measure.Bench;
import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.measure.ForkOptions;
import dev.tenfold.measure.Journal;
import dev.tenfold.measure.Progress;
import dev.tenfold.measure.Selection;
import dev.tenfold.measure.Session;
import dev.tenfold.measure.Side;
import dev.tenfold.measure.Stage;
import dev.tenfold.measure.Task;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measures two jars without deciding anything. */
final class Lab implements AutoCloseable {
  /** Of the fixtures a fork: warm-up and measurement, in milliseconds. */
  static final int WARMUP = 300;

  static final int MEASURED = 500;

  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  private final Session session = Session.open(new Silent());
  private final Machine machine = Fingerprint.of(JAVA);
  private final Selection selection;

  Lab(String glob) {
    this.selection = Selection.all().including(List.of(new Glob(glob)));
  }

  /**
   * What was measured of one or two jars.
   *
   * @param runs one for each side
   * @param took machine time
   */
  record Given(Map<Side, Run> runs, Duration took) {}

  Given measure(
      Map<Side, Path> jars, int forks, Optional<Duration> turn, List<String> jvmArgs, long seed) {
    ForkOptions options =
        new ForkOptions(
            JAVA,
            OptionalInt.of(WARMUP / 100),
            Optional.of(Duration.ofMillis(100)),
            OptionalInt.of(MEASURED / 100),
            Optional.of(Duration.ofMillis(100)),
            jvmArgs,
            ForkOptions.PATIENCE);
    Map<Side, BenchmarkJar> opened = new TreeMap<>();
    jars.forEach((side, jar) -> opened.put(side, BenchmarkJar.at(jar)));
    try (Bench bench = session.bench(opened, List.of(), options, turn, Journal.NONE, seed)) {
      Map<Side, List<Task>> tasks = new TreeMap<>();
      jars.keySet().forEach(side -> tasks.put(side, bench.tasks(side, selection)));
      Stage stage = bench.stage("evidence", tasks, Looks.ONCE);
      stage.until(forks, stage.benchmarks(), "evidence");
      Map<Side, Run> runs = new TreeMap<>();
      stage.measured(machine).forEach((side, measured) -> runs.put(side, measured.run()));
      return new Given(runs, stage.took());
    }
  }

  /** The differences of the scores, by benchmark. */
  static SortedMap<BenchmarkId, Difference> scores(Run base, Run head, boolean oneSession) {
    Terms terms =
        oneSession ? Terms.sideBySide(Set.of()) : Terms.stored(Set.of(), SessionSpread.NONE);
    SortedMap<BenchmarkId, Difference> scores = new TreeMap<>();
    Comparer.compare(base, head, terms).differences().stream()
        .filter(difference -> difference.metric().isScore())
        .forEach(difference -> scores.put(difference.id(), difference));
    return scores;
  }

  @Override
  public void close() {
    session.close();
  }

  private static final class Silent implements Progress {
    @Override
    public void waiting(String reason) {
      System.err.println("waiting: " + reason);
    }

    @Override
    public void stage(String what, int forks) {}

    @Override
    public void fork(BenchmarkId id, Side side) {}

    @Override
    public void finished(BenchmarkId id, Side side) {}

    @Override
    public void failed(BenchmarkId id, Side side, String reason, int forksLeftOut) {
      throw new IllegalStateException(id + " on the " + side + ": " + reason);
    }

    @Override
    public void done() {}
  }
}
