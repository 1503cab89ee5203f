package dev.tenfold.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenfold.config.Effort;
import dev.tenfold.jmh.SharedData;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Runs;
import dev.tenfold.store.RunFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ReplayTest {
  @TempDir private Path directory;

  @Test
  void suitesInWhichNothingChangedAlarmNoMoreThanAlphaAllows() {
    for (Design design :
        List.of(design(100, 10, 3, 5, 0), design(100, 30, 2, 3, 0), design(250, 3, 4, 4, 0))) {
      // Without a threshold, so that the tests alone hold the alarms back.
      Policy untamed = Policy.standard().screening(0.1).with(0);
      Step step = steps(Synthetic.recordings(30, 0.05, 1), design, untamed).get(0);
      assertThat(step.alarms().count())
          .as("alarms of %s", design)
          .isPositive()
          .isLessThanOrEqualTo(most(design.suites(), 0.05));
      assertThat(step.falseRegressions().of())
          .isEqualTo((long) design.suites() * design.suiteSize());
      assertThat(step.slowed().total()).isZero();
      assertThat(step.forksPerSide())
          .as("screening at p < 0.1 of two estimates makes up to one suspect of ten")
          .isBetween(
              Design.least(design.effort()) - 0.97 * design.effort().confirming().most(),
              Design.least(design.effort()) - 0.9 * design.effort().confirming().most());
    }
  }

  @Test
  void aSlowdownOfAHalfIsFoundNearlyAlwaysAmongQuietForks() {
    Design design = design(50, 20, 3, 5, 0.5);
    Step step = steps(Synthetic.recordings(40, 0.02, 2), design, Policy.standard()).get(0);
    assertThat(step.found().of()).isEqualTo(50 * 2);
    assertThat(step.found().share()).isGreaterThan(0.98);
    assertThat(step.same().total()).isEqualTo(50 * 18);
    assertThat(step.alarms().count()).isLessThanOrEqualTo(most(50, 0.05));
  }

  @Test
  void largerSlowdownsAreFoundMoreOften() {
    Design design = design(60, 10, 3, 5, 0.2, 0, 0.05, 0.1);
    List<Step> steps = steps(Synthetic.recordings(20, 0.04, 3), design, Policy.standard());
    assertThat(steps).extracting(Step::slowdown).containsExactly(0.0, 0.05, 0.1, 0.2);
    assertThat(steps.subList(1, 4).stream().map(step -> step.found().share()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void whatComesOutDependsOnTheSeedAlone() throws Exception {
    Recordings recordings = Synthetic.recordings(15, 0.05, 4);
    Design design = design(20, 10, 3, 5, 0, 0.1);
    Calibration once = onThreads(1, recordings, design);
    assertThat(onThreads(1, recordings, design)).isEqualTo(once);
    assertThat(onThreads(5, recordings, design)).isEqualTo(once);
    Design other = new Design(20, 10, 1, List.of(0.0, 0.1), design.effort(), Optional.empty(), 8);
    assertThat(onThreads(1, recordings, other).steps()).isNotEqualTo(once.steps());
  }

  @Test
  void lessIsVisibleTheNoisierABenchmarkIs() {
    Random random = new Random(5);
    List<Recording> all = new ArrayList<>();
    for (double spread : new double[] {0.5, 0.002, 0.05}) {
      all.add(Synthetic.recording("spread" + spread, Mode.THROUGHPUT, spread, random));
    }
    Design design = design(20, 3, 3, 5, 0);
    List<SmallestVisible> visible = replay(Synthetic.of(all), design, Policy.standard()).visible();
    assertThat(visible)
        .extracting(each -> each.id().method())
        .containsExactly("a.B.spread0.002", "a.B.spread0.05", "a.B.spread0.5");
    assertThat(visible.get(0).slowdown().orElseThrow())
        .as("of a quiet one, little more than the threshold of 3 % is visible")
        .isBetween(0.03, 0.04);
    assertThat(visible.get(1).slowdown().orElseThrow()).isBetween(0.05, 0.3);
  }

  @Test
  void theRuleAsItIsAlarmsNoMoreThanAlphaAllowsOnPairsWithinEveryBudget() {
    Random random = new Random(8);
    List<Recording> all = new ArrayList<>();
    for (double spread : new double[] {0.015, 0.03, 0.045, 0.015, 0.03, 0.045}) {
      all.add(Synthetic.pairs("m" + all.size(), spread, random));
    }
    Duration fork = Duration.ofSeconds(2);
    Duration screening = fork.multipliedBy(2L * 4 * all.size());
    double unchanged = 0;
    for (int times = 1; times <= 3; times += 2) {
      Duration budget = screening.multipliedBy(times);
      Design design =
          new Design(
              100,
              all.size(),
              1,
              List.of(0.0, 0.05),
              Effort.STANDARD.within(budget),
              Optional.of(fork),
              9);
      List<Step> steps = steps(Synthetic.of(all), design, Policy.standard().with(0));
      assertThat(steps.get(0).alarms().count()).isLessThanOrEqualTo(most(100, 0.05));
      assertThat(steps.get(1).slowed().share(Outcome.UNCHANGED).count())
          .isLessThanOrEqualTo(most(100, 0.05));
      assertThat(steps.get(0).time(fork)).isLessThanOrEqualTo(budget);
      assertThat(steps.get(0).same().share(Outcome.UNCHANGED).share())
          .as("what more time buys")
          .isGreaterThan(unchanged);
      unchanged = steps.get(0).same().share(Outcome.UNCHANGED).share();
    }
  }

  @Test
  void forksThatTookTurnsAreDrawnTogether() {
    List<Recording> all = List.of(Synthetic.pairs("m", 0.01, new Random(10)));
    Design design = design(100, 1, 4, 8, 0.05);
    Step step = steps(Synthetic.of(all), design, Policy.standard()).get(0);
    assertThat(step.found().share())
        .as("though the levels of forks are apart by the factor e")
        .isGreaterThan(0.98);
  }

  @Test
  void aSuiteLargerThanTheRecordingsIsRefused() {
    assertThatThrownBy(
            () -> replay(Synthetic.recordings(5, 0.1, 6), design(1, 6, 3, 5, 0), Policy.standard()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be drawn from 5; use --suite-size 5 or less");
  }

  @Test
  void tooFewForksAreNamedWithTheirFile() {
    Path file = kept("few.json", Runs.result(Runs.id("few"), 1, 2, 3, 4, 5, 6, 7));
    assertThatThrownBy(() -> Recordings.read(List.of(file), whole(), 8))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file + ": a.B.few:avgt:1 has 7 forks")
        .hasMessageContaining("takes at least 8");
    assertThat(Recordings.read(List.of(file), whole(), 7).all()).hasSize(1);
  }

  @Test
  void aBenchmarkInTwoFilesIsRefused() {
    Path one = kept("one.json", Runs.result(Runs.id("same"), 1, 2, 3));
    Path other = kept("other.json", Runs.result(Runs.id("same"), 4, 5, 6));
    assertThatThrownBy(() -> Recordings.read(List.of(one, other), whole(), 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.B.same:avgt:1 stands in " + one + " and in " + other);
  }

  @Test
  void realRecordingsAreCutAndReplayed() {
    List<Path> files =
        SharedData.files("steady-state", ".json.gz").stream()
            .filter(file -> file.toString().matches(".*(zipkin|netty).json.gz"))
            .toList();
    Cut cut = new Cut(Duration.ofSeconds(5), Optional.of(Duration.ofSeconds(5)), 5);
    Recordings recordings = Recordings.read(files, cut, 8);
    assertThat(recordings.all()).allMatch(recording -> recording.forks().size() == 50);
    List<Step> steps = steps(recordings, design(40, 20, 3, 5, 0, 0.05, 0.5), Policy.standard());
    assertThat(steps.get(0).alarms().count()).isLessThanOrEqualTo(most(40, 0.05));
    assertThat(steps.get(2).found().share())
        .isGreaterThan(steps.get(1).found().share())
        .isGreaterThan(0.8);
  }

  private Path kept(String name, Result result) {
    Path file = directory.resolve(name);
    RunFile.write(Runs.run(result), file);
    return file;
  }

  private static Cut whole() {
    return new Cut(Duration.ZERO, Optional.empty(), 1);
  }

  private static Design design(int suites, int size, int screen, int confirm, double... slowdowns) {
    int changed = Math.max(1, size / 10);
    Effort effort =
        Effort.STANDARD
            .screening(new Looks(List.of(screen)))
            .confirming(new Looks(List.of(confirm)));
    List<Double> all = DoubleStream.of(slowdowns).boxed().toList();
    return new Design(suites, size, changed, all, effort, Optional.empty(), 7);
  }

  private static Calibration replay(Recordings recordings, Design design, Policy policy) {
    return Replay.of(recordings, design, policy, progress -> {});
  }

  private static List<Step> steps(Recordings recordings, Design design, Policy policy) {
    return Replay.steps(recordings, design, policy, progress -> {});
  }

  private static Calibration onThreads(int threads, Recordings recordings, Design design)
      throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> replay(recordings, design, Policy.standard())).get();
    } finally {
      pool.shutdown();
    }
  }

  /** What so many suites with this rate give at most, but for one of a thousand times. */
  private static int most(int suites, double rate) {
    return new BinomialDistribution(null, suites, rate).inverseCumulativeProbability(0.999);
  }
}
