package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.machine.Bounds;
import dev.tenfold.machine.Watch;
import dev.tenfold.measure.Journal.Key;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Failure;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import dev.tenfold.run.Turns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is in the journal is not measured: there is not even a JVM to measure in. */
class ReplayTest {
  private static final Instant EARLIER = Instant.parse("2026-01-02T03:04:05Z");
  private static final BenchmarkId GOOD = id("good");
  private static final BenchmarkId BAD = id("bad");

  private final Map<Key, Bout> known = new HashMap<>();
  private final List<String> told = new ArrayList<>();

  private static BenchmarkId id(String name) {
    return BenchmarkId.of("a.B." + name, Mode.AVERAGE_TIME, 1, Map.of());
  }

  @Test
  void aStageIsMadeOfTheBoutsOfAnEarlierTry() {
    know(GOOD, 0, finished(), "bhbh");
    know(GOOD, 1, finished(), "hhbb");
    know(BAD, 0, Map.of(Side.HEAD, new ForkOutcome.Broken("it threw")), "");
    try (Workspace workspace = Workspace.open();
        Bench bench = bench(workspace)) {
      List<Task> tasks = List.of(task(GOOD), task(BAD));
      Stage stage =
          bench.stage("screening", Map.of(Side.BASE, tasks, Side.HEAD, tasks), Looks.ONCE);
      stage.until(2, stage.benchmarks(), "screening");

      assertThat(stage.taken(GOOD)).isEqualTo(2);
      assertThat(stage.taken(BAD)).isEqualTo(1);
      assertThat(stage.took()).isEqualTo(Duration.ofSeconds(3));
      Run head = stage.measured(Runs.MACHINE).get(Side.HEAD).run();
      assertThat(head.origin().at()).contains(EARLIER);
      assertThat(head.failures()).extracting(Failure::reason).containsExactly("Fork 1: it threw.");
      assertThat(head.results()).extracting(Result::id).containsExactly(GOOD);
      assertThat(head.results().get(0).circumstances().turns())
          .containsExactly(new Turns(0, "bhbh"), new Turns(1, "hhbb"));
    }
    // One bout of the bad one was left, until it was seen to be broken.
    assertThat(told).containsExactly("screening 2", "failed a.B.bad", "done");
  }

  private void know(BenchmarkId id, int number, Map<Side, ForkOutcome> forks, String order) {
    Optional<String> turns = order.isEmpty() ? Optional.empty() : Optional.of(order);
    known.put(
        new Key("screening", id, number),
        new Bout(
            forks,
            turns,
            turns.map(any -> Duration.ofMillis(20)),
            Optional.empty(),
            Duration.ofSeconds(1),
            Watch.begin().end(),
            List.of()));
  }

  private static Map<Side, ForkOutcome> finished() {
    ForkOutcome fork =
        new ForkOutcome.Finished(
            (ObjectNode)
                JsonMapper.shared()
                    .readTree(
                        """
                        {"benchmark":"a.B.good","mode":"avgt","threads":1,"forks":1,
                         "measurementIterations":2,"primaryMetric":{"score":1.5,
                         "scoreUnit":"ns/op","rawData":[[1,2]]},"secondaryMetrics":{}}
                        """));
    return Map.of(Side.BASE, fork, Side.HEAD, fork);
  }

  private static Task task(BenchmarkId id) {
    return new Task(id, new Shape(1, Duration.ofMillis(20), 2, Duration.ofMillis(20)));
  }

  private Bench bench(Workspace workspace) {
    BenchmarkJar jar = new BenchmarkJar(Path.of("none.jar"), "0".repeat(64), Optional.empty());
    return new Bench(
        Map.of(Side.BASE, jar, Side.HEAD, jar),
        List.of(),
        ForkOptions.declared(Path.of("no-jdk")),
        Optional.of(Duration.ofMillis(20)),
        Bounds.NONE,
        workspace,
        new Told(),
        new Known(),
        1);
  }

  private final class Known implements Journal {
    @Override
    public Instant since() {
      return EARLIER;
    }

    @Override
    public Optional<Bout> find(Key key) {
      return Optional.ofNullable(known.get(key));
    }

    @Override
    public void add(Key key, Bout bout) {
      throw new AssertionError(key + " was measured.");
    }
  }

  private final class Told implements Progress {
    @Override
    public void waiting(String reason) {
      told.add(reason);
    }

    @Override
    public void stage(String what, int forks) {
      told.add(what + " " + forks);
    }

    @Override
    public void fork(BenchmarkId id, Side side) {
      told.add("fork " + id.method());
    }

    @Override
    public void finished(BenchmarkId id, Side side) {
      told.add("finished " + id.method());
    }

    @Override
    public void failed(BenchmarkId id, Side side, String reason, int forksLeftOut) {
      told.add("failed " + id.method());
    }

    @Override
    public void done() {
      told.add("done");
    }
  }
}
