package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.machine.Bounds;
import dev.tenfold.machine.Watch;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Failure;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import dev.tenfold.run.Turns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for java is a shell script")
@Timeout(60)
class StageTest {
  private final Workspace workspace = Workspace.open();
  private final Told told = new Told();
  private final List<Bench> benches = new ArrayList<>();

  @TempDir private Path home;

  private FakeJava java;

  @BeforeEach
  void start() {
    java = FakeJava.in(home);
  }

  @AfterEach
  void end() {
    benches.forEach(Bench::close);
    workspace.close();
  }

  private Bench bench(Optional<Duration> turn, Journal journal, long seed) {
    return bench(turn, Duration.ofSeconds(20), journal, seed);
  }

  private Bench bench(Optional<Duration> turn, Duration patience, Journal journal, long seed) {
    Bench bench =
        new Bench(
            java.jars(),
            List.of(),
            java.options(patience),
            turn,
            Bounds.NONE,
            workspace,
            told,
            journal,
            seed);
    benches.add(bench);
    return bench;
  }

  private static Map<Side, List<Task>> both(String... names) {
    List<Task> tasks = Stream.of(names).map(FakeJava::task).toList();
    return Map.of(Side.BASE, tasks, Side.HEAD, tasks);
  }

  private Stage inTurns(String... names) {
    return bench(Optional.of(FakeJava.TURN), Journal.NONE, 5)
        .stage("screening", both(names), Looks.ONCE);
  }

  private Stage alone(String... names) {
    return bench(Optional.empty(), Journal.NONE, 5)
        .stage(
            "measuring",
            Map.of(Side.HEAD, Stream.of(names).map(FakeJava::task).toList()),
            Looks.ONCE);
  }

  private static Run run(Stage stage, Side side) {
    return Objects.requireNonNull(stage.measured(Runs.MACHINE).get(side)).run();
  }

  private static void all(Stage stage, int forks) {
    stage.until(forks, stage.benchmarks(), "measuring");
  }

  @Test
  void inEachRoundEveryBenchmarkIsTakenOnceInAnOrderDrawnAnew() {
    all(inTurns("one", "two", "three", "four"), 5);
    List<String> heads = java.forks().stream().filter(f -> f.startsWith("head")).toList();
    assertThat(heads).hasSize(20);
    Set<List<String>> orders = new HashSet<>();
    for (int round = 0; round < 5; round++) {
      List<String> order = heads.subList(4 * round, 4 * round + 4);
      assertThat(order).doesNotHaveDuplicates();
      orders.add(order);
    }
    assertThat(orders).hasSizeGreaterThan(1);
  }

  @Test
  void theOrderIsThatOfTheSeed() {
    List<List<String>> orders = new ArrayList<>();
    for (long seed : new long[] {5, 5, 6, 7, 8}) {
      int before = java.forks().size();
      Stage stage =
          bench(Optional.empty(), Journal.NONE, seed)
              .stage("s", both("one", "two", "three", "four"), Looks.ONCE);
      all(stage, 2);
      orders.add(java.forks().subList(before, before + 16));
    }
    assertThat(orders.get(1)).isEqualTo(orders.get(0));
    assertThat(new HashSet<>(orders)).hasSizeGreaterThan(2);
  }

  @Test
  void furtherBoutsAreTakenOfThoseAloneThatLackThem() {
    Stage stage = inTurns("one", "two", "three");
    all(stage, 2);
    Duration before = stage.took();
    stage.until(4, List.of(FakeJava.id("two")), "more of two");
    stage.until(4, List.of(FakeJava.id("two")), "no more of two");
    assertThat(stage.taken(FakeJava.id("one"))).isEqualTo(2);
    assertThat(stage.taken(FakeJava.id("two"))).isEqualTo(4);
    assertThat(stage.bouts()).isEqualTo(8);
    assertThat(stage.took()).isGreaterThan(before);
    assertThat(java.forks()).hasSize(16);
    assertThat(told.said())
        .containsExactly("stage measuring 12", "done", "stage more of two 4", "done");
    assertThat(told.ended()).isEqualTo(told.expected());
    assertThat(run(stage, Side.HEAD).results())
        .extracting(result -> result.score().forks().size())
        .containsExactly(2, 2, 4);
  }

  @Test
  void pairsAreNumberedAlikeOnBothSidesAndKeepTheirOrder() {
    Stage stage = inTurns("one");
    all(stage, 3);
    Circumstances base = run(stage, Side.BASE).results().get(0).circumstances();
    Circumstances head = run(stage, Side.HEAD).results().get(0).circumstances();
    assertThat(base).isEqualTo(head);
    assertThat(base.alone()).isEmpty();
    assertThat(base.turns()).extracting(Turns::pair).containsExactly(0, 1, 2);
    assertThat(base.turns()).extracting(Turns::order).doesNotHaveDuplicates();
    assertThat(base.turns()).allMatch(turns -> turns.order().matches("[bh]{10}"));
  }

  @Test
  void whyNoTurnsWereTakenIsKeptAndSoAreTheLooks() {
    Looks looks = new Looks(List.of(1, 2));
    Stage stage = bench(Optional.empty(), Journal.NONE, 1).stage("confirming", both("one"), looks);
    all(stage, 2);
    Circumstances head = run(stage, Side.HEAD).results().get(0).circumstances();
    assertThat(head.turns()).isEmpty();
    assertThat(head.alone()).contains("turns are switched off");
    assertThat(head.looks()).isEqualTo(looks);
    assertThat(head.conditions()).hasSize(2);
    assertThat(stage.looks()).isEqualTo(looks);
  }

  @Test
  void bothSidesKnowWhereTheyComeFrom() {
    Stage stage = inTurns("one", "two");
    all(stage, 2);
    Origin base = run(stage, Side.BASE).origin();
    Origin head = run(stage, Side.HEAD).origin();
    assertThat(base.at()).isPresent().isEqualTo(head.at());
    assertThat(base.jar()).isPresent().isNotEqualTo(head.jar());
    assertThat(head.machine()).contains(Runs.MACHINE);
    assertThat(stage.measured(Runs.MACHINE).get(Side.HEAD).entries()).hasSize(2);
  }

  @Test
  void aBrokenBenchmarkCostsItselfAlone() {
    Stage stage = alone("behaves", "ends_3", "missing", "throws_from2");
    all(stage, 3);
    Run head = run(stage, Side.HEAD);
    assertThat(head.failures())
        .extracting(Failure::id)
        .containsExactly(
            FakeJava.id("ends_3"), FakeJava.id("missing"), FakeJava.id("throws_from2"));
    assertThat(head.failures().get(0).reason())
        .isEqualTo("Fork 1: it ended with exit code 3 after: something went wrong.");
    assertThat(head.failures().get(2).reason()).startsWith("Fork 2: ");
    assertThat(head.results())
        .extracting(result -> result.id().method() + " " + result.score().forks().size())
        .containsExactly("a.B.behaves 3", "a.B.throws_from2 1");
    assertThat(stage.isBroken(FakeJava.id("missing"))).isTrue();
    assertThat(stage.isBroken(FakeJava.id("behaves"))).isFalse();
    // A benchmark that broke is not tried again, nor in a later round: 3, 1, 1 and 2 forks.
    all(stage, 4);
    assertThat(java.forks()).hasSize(8);
    assertThat(told.said()).contains("stage measuring 12", "failed head a.B.ends_3 2", "done");
    assertThat(told.ended()).isEqualTo(told.expected());
  }

  @Test
  void whatBreaksInAPairIsAFailureOfItsSideAndTheOtherHasTheForksBefore() {
    Stage stage = inTurns("dies_head_3_from2", "behaves");
    all(stage, 3);
    assertThat(run(stage, Side.HEAD).failures())
        .containsExactly(
            new Failure(
                FakeJava.id("dies_head_3_from2"),
                "Fork 2: the measured JVM ended with exit code 42."));
    assertThat(run(stage, Side.BASE).failures()).isEmpty();
    for (Side side : Side.values()) {
      assertThat(run(stage, side).results())
          .extracting(result -> result.score().forks().size())
          .containsExactly(3, 1);
    }
    assertThat(told.said()).contains("failed head a.B.dies_head_3_from2 3");
    assertThat(told.ended()).isEqualTo(told.expected());
  }

  @Test
  void aHeadThatWasStoppedBeforeItsFirstNumberIsNotForgotten() {
    Stage stage =
        bench(Optional.of(FakeJava.TURN), Duration.ofSeconds(1), Journal.NONE, 5)
            .stage("screening", both("hangs_base_1"), Looks.ONCE);
    all(stage, 2);
    assertThat(run(stage, Side.BASE).failures().get(0).reason()).contains("a hang");
    assertThat(run(stage, Side.HEAD).failures())
        .containsExactly(
            new Failure(FakeJava.id("hangs_base_1"), "It was stopped when the base broke."));
    assertThat(told.ended()).isEqualTo(told.expected());
  }

  @Test
  void whatBreaksOnBothSidesIsCountedOnce() {
    Stage stage = inTurns("throws", "behaves");
    all(stage, 3);
    assertThat(told.said()).contains("failed base a.B.throws 4", "failed head a.B.throws 0");
    assertThat(told.ended()).isEqualTo(told.expected()).isEqualTo(12);
    assertThat(run(stage, Side.BASE).failures()).hasSize(1);
    assertThat(run(stage, Side.HEAD).failures()).hasSize(1);
  }

  @Test
  void aScoreThatIsNoNumberHasFailed() {
    Stage stage = alone("nan", "ok");
    all(stage, 2);
    Run head = run(stage, Side.HEAD);
    assertThat(head.failures()).extracting(Failure::id).containsExactly(FakeJava.id("nan"));
    assertThat(head.results()).extracting(Result::id).containsExactly(FakeJava.id("ok"));
  }

  @Test
  void aStageOfNothingIsRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> alone())
        .withMessageContaining("No benchmark of the jar is selected");
  }

  @Test
  void whatAJournalKnowsIsNotMeasuredAgain() {
    Kept journal = new Kept();
    Stage before =
        bench(Optional.of(FakeJava.TURN), journal, 5)
            .stage("screening", both("one", "dies_head_2_from2"), Looks.ONCE);
    all(before, 2);
    List<String> forks = java.forks();
    Stage after =
        bench(Optional.of(FakeJava.TURN), journal, 5)
            .stage("screening", both("one", "dies_head_2_from2"), Looks.ONCE);
    all(after, 2);
    assertThat(java.forks()).isEqualTo(forks);
    assertThat(after.took()).isEqualTo(before.took());
    for (Side side : Side.values()) {
      assertThat(run(after, side).results()).isEqualTo(run(before, side).results());
      assertThat(run(after, side).failures()).isEqualTo(run(before, side).failures());
    }
    all(after, 3);
    assertThat(java.forks()).as("one goes on, the other is broken").hasSize(forks.size() + 2);
    Stage other =
        bench(Optional.of(FakeJava.TURN), journal, 5).stage("confirming", both("one"), Looks.ONCE);
    all(other, 1);
    assertThat(java.forks()).as("another stage is fresh").hasSize(forks.size() + 4);
  }

  @Test
  void aBenchmarkThatFailedInTwoWaysHasFailedOnce() {
    ObjectNode entry =
        (ObjectNode)
            JsonMapper.shared()
                .readTree(
                    """
                    {"benchmark": "a.B.x", "mode": "avgt", "threads": 1,
                     "primaryMetric": {"score": "NaN", "scoreUnit": "ns/op", "rawData": [["NaN"]]}}
                    """);
    Taken taken = new Taken();
    taken.add(
        0,
        entry,
        new Bout(
            new EnumMap<>(Side.class),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO,
            Watch.begin().end(),
            List.of()));
    BenchmarkId id = FakeJava.id("x");
    Measured measured =
        Measured.of(
            Origin.UNKNOWN,
            new TreeMap<>(Map.of(id, taken)),
            Map.of(id, "Fork 2: it threw."),
            Looks.ONCE);
    assertThat(measured.run().failures()).containsExactly(new Failure(id, "Fork 2: it threw."));
  }

  /** A journal for as long as the test takes. */
  private static final class Kept implements Journal {
    private final Map<Key, Bout> bouts = new HashMap<>();

    @Override
    public Optional<Bout> find(Key key) {
      return Optional.ofNullable(bouts.get(key));
    }

    @Override
    public void add(Key key, Bout bout) {
      assertThat(bouts.put(key, bout)).as("kept twice: %s", key).isNull();
    }
  }
}
