package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tenfold.measure.FakeJava.Played;
import dev.tenfold.run.InputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for java is a shell script")
@Timeout(60)
class PairTest {
  private final Workspace workspace = Workspace.open();
  private final Map<Side, Host> hosts = new TreeMap<>();

  @TempDir private Path home;

  private FakeJava java;

  @BeforeEach
  void start() {
    java = FakeJava.in(home);
    java.jars()
        .forEach(
            (side, jar) -> hosts.put(side, Host.of(jar, java.options().javaCommand(), workspace)));
  }

  @AfterEach
  void end() {
    hosts.values().forEach(Host::close);
    workspace.close();
  }

  private Pair.Outcome run(String name) {
    return run(name, Duration.ofSeconds(20));
  }

  private Pair.Outcome run(String name, Duration patience) {
    Pair pair = new Pair(FakeJava.task(name), java.options(patience), true);
    return pair.run(hosts, workspace, new Random(1));
  }

  private Pair.Broken broken(String name) {
    return assertInstanceOf(Pair.Broken.class, run(name), name);
  }

  @Test
  void aPairThatCameThroughTellsItsOrder() {
    Pair.Finished finished = assertInstanceOf(Pair.Finished.class, run("behaves"));
    assertThat(finished.forks()).containsOnlyKeys(Side.values());
    assertThat(finished.forks().values()).allMatch(ForkOutcome.Finished.class::isInstance);
    List<Played> turns = java.turns();
    assertThat(turns).hasSize(20);
    for (int round = 0; round < 10; round++) {
      String first = turns.get(2 * round).side().substring(0, 1);
      assertThat(finished.order().substring(round, round + 1)).isEqualTo(first);
      assertThat(turns.get(2 * round + 1).side()).doesNotStartWith(first);
    }
  }

  @Test
  void theTurnsOfTwoProcessesNeverOverlap() {
    run("long_3");
    List<Played> turns = java.turns();
    assertThat(turns).hasSize(20);
    for (int i = 1; i < turns.size(); i++) {
      assertThat(turns.get(i).begin()).isGreaterThanOrEqualTo(turns.get(i - 1).end());
    }
  }

  @Test
  void whoBreaksIsNamedWithItsReasonWhereverItBreaks() {
    for (Side side : Side.values()) {
      for (int turn : new int[] {0, 1, 5, 10}) {
        String name = "dies_%s_%d".formatted(side, turn);
        assertThat(broken(name))
            .as(name)
            .isEqualTo(
                new Pair.Broken(
                    side,
                    new ForkOutcome.Broken("the measured JVM ended with exit code 42"),
                    false));
      }
    }
  }

  @Test
  void whoHangsIsNamedAndKilledWhereverItHangs() {
    for (String name : List.of("hangs_base_0", "hangs_head_3", "hangs_base_10")) {
      Pair.Broken broken =
          assertInstanceOf(Pair.Broken.class, run(name, Duration.ofMillis(1000)), name);
      assertThat(name).contains(broken.side().toString());
      assertThat(broken.hung()).as(name).isTrue();
      assertThat(broken.fork().reason()).contains("after 1 s", "--patience");
    }
    assertThat(run("behaves")).isInstanceOf(Pair.Finished.class);
  }

  @Test
  @Timeout(15)
  void twoThatHangTogetherAreBothKilledAtOnce() {
    // Ten seconds of measuring, so that the outer deadline is a minute away.
    Shape shape = new Shape(0, Duration.ofMillis(100), 100, Duration.ofMillis(100));
    Task task = new Task(FakeJava.id("hangs_0"), shape);
    Pair pair = new Pair(task, java.options(Duration.ofMillis(500)), true);
    assertThat(pair.run(hosts, workspace, new Random(1))).isInstanceOf(Pair.Broken.class);
    assertThat(run("behaves")).isInstanceOf(Pair.Finished.class);
  }

  @Test
  void oneThatIsNotWhoItShouldBeNeverPlays() {
    Pair.Broken broken = broken("stranger_head");
    assertThat(broken.side()).isEqualTo(Side.HEAD);
    assertThat(broken.fork().reason()).contains("exit code 130");
  }

  @Test
  void oneThatLeavesBeforeItsLastTurnIsBrokenThoughItGaveANumber() {
    Pair.Broken broken = broken("leaves_base_4");
    assertThat(broken.side()).isEqualTo(Side.BASE);
    assertThat(broken.fork().reason()).isEqualTo("it ended before its last turn");
  }

  @Test
  void oneWhoseResultIsNotWhatWasExpectedIsBrokenThoughItPlayedToTheEnd() {
    for (String what : List.of("empty", "nothing", "missing", "short", "other", "twice", "torn")) {
      for (Side side : Side.values()) {
        assertThat(broken(what + "_" + side).side()).as(what).isEqualTo(side);
      }
    }
  }

  @Test
  void aHostThatEndsTakesItsForkWithItAndIsThereAgainForTheNext() {
    Pair.Broken broken = broken("ends_head_3");
    assertThat(broken.side()).isEqualTo(Side.HEAD);
    assertThat(broken.fork().reason())
        .isEqualTo("it ended with exit code 3 after: something went wrong");
    assertThat(run("behaves")).isInstanceOf(Pair.Finished.class);
  }

  @Test
  void aFloodOfOutputDisturbsNoTurn() {
    assertThat(run("loud_20")).isInstanceOf(Pair.Finished.class);
  }

  @Test
  void whoTakesTooLongForATurnEndsThePairEarly() {
    Pair.TooLong stopped = assertInstanceOf(Pair.TooLong.class, run("long_60"));
    assertThat(stopped.turn()).isBetween(Duration.ofMillis(60), Duration.ofMillis(200));
  }

  @Test
  void aJavaThatIsGoneIsAnErrorOfTheUser() {
    hosts.put(Side.HEAD, new Host(List.of(home + "/gone/java")));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run("behaves"))
        .withMessageContaining("cannot be started");
  }

  @Test
  void aHundredPairsLeaveNothingBehind() {
    for (int i = 0; i < 100; i++) {
      assertThat(run("behaves")).isInstanceOf(Pair.Finished.class);
    }
    assertThat(workspace.file("fork-base.json")).doesNotExist();
    assertThat(workspace.file("fork-head.json")).doesNotExist();
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("tenfold-fork-"))
        .filteredOn(Thread::isAlive)
        .as(String.format(Locale.ROOT, "threads of %d forks", 200))
        .isEmpty();
  }
}
