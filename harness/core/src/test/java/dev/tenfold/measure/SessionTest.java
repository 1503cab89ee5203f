package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Failure;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class SessionTest {
  private static final String DIRECTORY = "java.io.tmpdir";
  private static final BenchmarkJar BASE = jar("base");
  private static final BenchmarkJar HEAD = jar("head");

  private final String before = System.getProperty(DIRECTORY);
  private final List<String> told = new ArrayList<>();

  @TempDir private Path directory;

  private FakeJava java;

  private static BenchmarkJar jar(String name) {
    String hash = Integer.toHexString(name.hashCode()).repeat(8);
    return new BenchmarkJar(Path.of("/" + name), hash, Optional.of(name + "-revision"));
  }

  private static BenchmarkId id(String name) {
    return BenchmarkId.of("a.B." + name, Mode.AVERAGE_TIME, 1, Map.of());
  }

  /** A lock of its own, so that these tests do not wait for a measurement on this machine. */
  @BeforeEach
  void anEmptyMachine() throws IOException {
    System.setProperty(DIRECTORY, directory.toString());
    java = FakeJava.in(Files.createDirectories(directory.resolve("jdk")));
  }

  @AfterEach
  void theMachineAsItWas() {
    System.setProperty(DIRECTORY, before);
  }

  private Map<Side, Measured> measure(Map<Side, BenchmarkJar> jars, int forks, String... names) {
    List<Task> tasks = Stream.of(names).map(n -> new Task(id(n), FakeJava.SHAPE)).toList();
    Map<Side, List<Task>> each = new TreeMap<>();
    jars.keySet().forEach(side -> each.put(side, tasks));
    try (Session session = Session.open(new Told())) {
      Plan plan = new Plan(jars, each, forks, java.options(), 5);
      return session.measure(plan, Runs.MACHINE, "measuring");
    }
  }

  @Test
  void theForksOfBothSidesFollowEachOtherInTurn() throws IOException {
    measure(Map.of(Side.BASE, BASE, Side.HEAD, HEAD), 4, "one", "two", "three");
    List<String> forks = java.forks();
    assertThat(forks).hasSize(24);
    Set<List<String>> orders = new HashSet<>();
    for (int round = 0; round < 4; round++) {
      List<String> order = new ArrayList<>();
      for (int i = 0; i < 6; i += 2) {
        String[] first = forks.get(round * 6 + i).split(" ");
        String[] second = forks.get(round * 6 + i + 1).split(" ");
        assertThat(second[1]).as("the same benchmark").isEqualTo(first[1]);
        assertThat(first[0]).isEqualTo(round % 2 == 0 ? "/base" : "/head");
        assertThat(second[0]).isEqualTo(round % 2 == 0 ? "/head" : "/base");
        order.add(first[1]);
      }
      assertThat(order).containsExactlyInAnyOrder("a.B.one", "a.B.two", "a.B.three");
      orders.add(order);
    }
    assertThat(orders).as("the order is drawn anew").hasSizeGreaterThan(1);
  }

  @Test
  void bothSidesKnowWhereTheyComeFrom() {
    Map<Side, Measured> measured =
        measure(Map.of(Side.BASE, BASE, Side.HEAD, HEAD), 2, "one", "two");
    Origin base = measured.get(Side.BASE).run().origin();
    Origin head = measured.get(Side.HEAD).run().origin();
    assertThat(base.at()).isPresent().isEqualTo(head.at());
    assertThat(base.jar()).contains(BASE.sha256());
    assertThat(head.revision()).contains("head-revision");
    assertThat(head.machine()).contains(Runs.MACHINE);
    Result result = measured.get(Side.HEAD).run().results().get(0);
    assertThat(result.score().forks()).hasSize(2);
    assertThat(measured.get(Side.HEAD).entries()).hasSize(2);
  }

  @Test
  void aBrokenBenchmarkCostsItselfAlone() throws IOException {
    Map<Side, Measured> measured =
        measure(Map.of(Side.HEAD, HEAD), 3, "before", "exit3", "missing", "second");
    Measured head = measured.get(Side.HEAD);
    assertThat(head.run().failures())
        .extracting(Failure::id)
        .containsExactly(id("exit3"), id("missing"), id("second"));
    assertThat(head.run().failures().get(0).reason())
        .isEqualTo("Fork 1: it ended with exit code 3 after: something went wrong.");
    assertThat(head.run().failures().get(2).reason()).startsWith("Fork 2: ");
    assertThat(head.run().results())
        .extracting(result -> result.id().method() + " " + result.score().forks().size())
        .containsExactly("a.B.before 3", "a.B.second 1");
    // A benchmark that broke is not tried again: 3, 1, 1 and 2 forks.
    assertThat(java.forks()).hasSize(7);
    assertThat(told).contains("stage measuring 12", "failed a.B.exit3 2", "done");
  }

  @Test
  void aScoreThatIsNoNumberHasFailed() {
    Measured head = measure(Map.of(Side.HEAD, HEAD), 2, "nan", "ok").get(Side.HEAD);
    assertThat(head.run().failures()).extracting(Failure::id).containsExactly(id("nan"));
    assertThat(head.run().results()).extracting(Result::id).containsExactly(id("ok"));
  }

  @Test
  void aPlanOfNothingIsRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> measure(Map.of(Side.HEAD, HEAD), 2))
        .withMessageContaining("Nothing was selected");
  }

  @Test
  void asksTheJarWhatItHolds() throws IOException {
    java.lists(
        "a.B.one thrpt 1 1 5 10000000000 5 10000000000",
        "a.B.two avgt -1 3 0 0 1 0 size=1,2%2C5,%20 kind=");
    try (Session session = Session.open(new Told())) {
      Selection some =
          new Selection(
              List.of(), List.of(), Map.of("kind", List.of("x")), OptionalInt.of(4), Set.of());
      assertThat(session.tasks(HEAD, some, java.options()))
          .extracting(task -> task.id().text())
          .containsExactly(
              "a.B.one:thrpt:4",
              "a.B.two:avgt:6{kind=x,size=1}",
              "a.B.two:avgt:6{kind=x,size=2\\,5}",
              "a.B.two:avgt:6{kind=x,size= }");
    }
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
    Map<BenchmarkId, List<ObjectNode>> forks = Map.of(id("x"), List.of(entry));
    Measured measured =
        Measured.of(Origin.UNKNOWN, new TreeMap<>(forks), Map.of(id("x"), "Fork 2: it threw."));
    assertThat(measured.run().failures()).hasSize(1);
  }

  private final class Told implements Progress {
    @Override
    public void waiting(String reason) {
      told.add("waiting");
    }

    @Override
    public void stage(String what, int forks) {
      told.add("stage " + what + " " + forks);
    }

    @Override
    public void fork(BenchmarkId id, Side side) {}

    @Override
    public void finished(BenchmarkId id, Side side) {}

    @Override
    public void failed(BenchmarkId id, Side side, String reason, int forksLeftOut) {
      told.add("failed " + id.method() + " " + forksLeftOut);
    }

    @Override
    public void done() {
      told.add("done");
    }
  }
}
