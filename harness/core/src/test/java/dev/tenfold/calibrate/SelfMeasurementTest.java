package dev.tenfold.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.compare.Kind;
import dev.tenfold.config.Effort;
import dev.tenfold.judge.Policy;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import dev.tenfold.run.Turns;
import dev.tenfold.store.Calibrations;
import dev.tenfold.store.Home;
import dev.tenfold.terminal.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SelfMeasurementTest {
  private static final Origin NOW = Runs.origin(Runs.MACHINE, "2026-11-22T17:00:00Z");
  private static final Duration FORK = Duration.ofSeconds(2);

  @TempDir private Path directory;

  @Test
  void ofPairsWhatTheyHaveInCommonIsNoSpread() {
    SelfMeasurement measured =
        measured(
            inTurns(Runs.result(Runs.id("m"), 100, 200, 50, 80)),
            inTurns(Runs.result(Runs.id("m"), 101, 202, 50.5, 80.8)));
    Twin twin = measured.twins().get(0);
    assertThat(twin.kind()).isEqualTo(Kind.TURNS);
    assertThat(twin.forks()).isEqualTo(4);
    assertThat(twin.spread()).isLessThan(1e-3);
    assertThat(twin.apart()).isCloseTo(0.01, within(1e-9));
    assertThat(measured.recordings("b.jar").all().get(0).isPaired()).isTrue();
  }

  @Test
  void ofWholeForksAllOfBothSidesAreAlike() {
    SelfMeasurement measured =
        measured(Runs.result(Runs.id("m"), 100, 110, 90), Runs.result(Runs.id("m"), 100, 110, 90));
    Twin twin = measured.twins().get(0);
    assertThat(twin.kind()).isEqualTo(Kind.SIDE_BY_SIDE);
    assertThat(twin.spread()).as("of a fork, on the log scale").isCloseTo(0.1, within(0.01));
    Recording recording = measured.recordings("b.jar").all().get(0);
    assertThat(recording.isPaired()).isFalse();
    assertThat(recording.forks()).hasSize(6);
  }

  @Test
  void whatBrokeOnEitherSideIsNotDrawnFromAndIsTold() {
    Run base = Runs.run(NOW, Runs.result(Runs.id("m"), 1, 2), Runs.result(Runs.id("n"), 1, 2));
    SelfMeasurement half = new SelfMeasurement(base, Runs.failing(base, Runs.id("n")), FORK);
    assertThat(half.recordings("b.jar").all()).hasSize(1);
    assertThat(half.failures()).singleElement().matches(f -> f.id().equals(Runs.id("n")));
    SelfMeasurement none =
        new SelfMeasurement(Runs.failing(Runs.run(NOW), Runs.id("m")), Runs.run(NOW), FORK);
    assertThatThrownBy(() -> none.recordings("b.jar"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("b.jar: no benchmark could be measured")
        .hasMessageContaining("it threw");
  }

  @Test
  void theNoisierOfTwoSeesLessAndBothAreReportedAndKept() throws IOException {
    LiveCalibration live = live();
    List<SmallestVisible> visible = live.calibration().visible();
    assertThat(visible).extracting(v -> v.id().method()).containsExactly("a.B.calm", "a.B.wild");
    assertThat(visible.get(0).orInfinite()).isBetween(0.02, 0.05);
    assertThat(visible.get(1).orInfinite()).isGreaterThan(0.05);
    StringBuilder text = new StringBuilder();
    new CalibrationText(live, Style.PLAIN).write(text);
    assertThat(text.toString())
        .startsWith("Suite quick on this machine: ")
        .contains(
            "The jar beside itself",
            "10 pairs  B.calm\n",
            "10 pairs  B.wild\n",
            "by at least 2 %",
            "either way");
    String json = CalibrationJson.of(live);
    JsonNode root = JsonMapper.builder().build().readTree(json);
    assertThat(root.path("kind").asString()).isEqualTo("live");
    assertThat(root.path("benchmarks").path(1).path("spread").asDouble()).isBetween(0.03, 0.12);
    Calibrations calibrations = new Calibrations(new Home(directory));
    calibrations.keep(live.machine(), "quick", json);
    Calibrations.Kept kept = calibrations.of(Runs.MACHINE, "quick").orElseThrow();
    Proportion alarms = live.calibration().steps().get(0).alarms();
    assertThat(kept)
        .isEqualTo(
            new Calibrations.Kept(
                live.at(), visible.get(1).slowdown(), alarms.count(), alarms.of(), "the rule"));
  }

  private static LiveCalibration live() {
    Random random = new Random(3);
    Run base = Runs.run(NOW, turns("calm", 0.01, random), turns("wild", 0.06, random));
    Run head = Runs.run(NOW, turns("calm", 0.01, random), turns("wild", 0.06, random));
    SelfMeasurement itself = new SelfMeasurement(base, head, FORK);
    Design design = new Design(60, 2, 1, List.of(0.0, 0.1), Effort.STANDARD, Optional.of(FORK), 1);
    Recordings recordings = itself.recordings("b.jar");
    Calibration calibration = Replay.of(recordings, design, Policy.standard(), progress -> {});
    return new LiveCalibration(calibration, itself, "quick", "the rule");
  }

  private static Result turns(String name, double spread, Random random) {
    double[] forks = IntStream.range(0, 10).mapToDouble(i -> random.nextGaussian()).toArray();
    for (int i = 0; i < forks.length; i++) {
      forks[i] = 100 * Math.exp(spread / Math.sqrt(2) * forks[i]);
    }
    return inTurns(Runs.result(Runs.id(name), forks));
  }

  private static SelfMeasurement measured(Result base, Result head) {
    return new SelfMeasurement(Runs.run(NOW, base), Runs.run(NOW, head), FORK);
  }

  private static Result inTurns(Result result) {
    List<Turns> turns =
        IntStream.range(0, result.score().forks().size())
            .mapToObj(i -> new Turns(i, "bh"))
            .toList();
    return result.under(
        new Circumstances(turns, Optional.empty(), Looks.ONCE, List.of(), List.of()));
  }
}
