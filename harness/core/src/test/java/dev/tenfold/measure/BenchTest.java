package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tenfold.machine.Bounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Turns where they are possible, whole forks where they are not, and the reason why not. */
@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for java is a shell script")
@Timeout(60)
class BenchTest {
  private final Workspace workspace = Workspace.open();

  @TempDir private Path home;

  private FakeJava java;
  private Bench bench;

  @AfterEach
  void close() {
    bench.close();
    workspace.close();
  }

  private void taking(Optional<Duration> turn, Duration patience) {
    java = FakeJava.in(home);
    bench =
        new Bench(
            java.jars(),
            List.of(),
            java.options(patience),
            turn,
            Bounds.NONE,
            workspace,
            new Told(),
            Journal.NONE,
            7);
  }

  private void takingTurns() {
    taking(Optional.of(FakeJava.TURN), Duration.ofSeconds(20));
  }

  private Bout take(String name, int number) {
    return take(FakeJava.task(name), number);
  }

  private Bout take(Task task, int number) {
    return bench.take(Map.of(Side.BASE, task, Side.HEAD, task), number);
  }

  private static String reason(Bout bout, Side side) {
    return assertInstanceOf(ForkOutcome.Broken.class, bout.forks().get(side)).reason();
  }

  private static void bothFinished(Bout bout) {
    assertThat(bout.forks()).containsOnlyKeys(Side.values());
    assertThat(bout.forks().values()).allMatch(ForkOutcome.Finished.class::isInstance);
  }

  @Test
  void twoSidesTakeTurns() {
    takingTurns();
    Bout bout = take("behaves", 0);
    bothFinished(bout);
    assertThat(bout.order()).hasValueSatisfying(order -> assertThat(order).hasSize(10));
    assertThat(bout.alone()).isEmpty();
    assertThat(bout.took()).isPositive();
  }

  @Test
  void oneSideAloneHasNobodyToTakeTurnsWithAndNeedsNoReason() {
    takingTurns();
    Bout bout = bench.take(Map.of(Side.HEAD, FakeJava.task("behaves")), 0);
    assertThat(bout.forks()).containsOnlyKeys(Side.HEAD);
    assertThat(bout.order()).isEmpty();
    assertThat(bout.alone()).isEmpty();
    assertThat(java.turns()).isEmpty();
  }

  @Test
  void anIterationIsCutIntoTurnsOfTheLengthAskedFor() {
    takingTurns();
    Duration second = Duration.ofSeconds(1);
    take(new Task(FakeJava.id("behaves"), new Shape(2, second, 3, second)), 0);
    // Three seconds of measuring and two of warm-up, in turns of 20 ms.
    assertThat(java.forks())
        .containsExactlyInAnyOrder("base a.B.behaves 250", "head a.B.behaves 250");
  }

  @Test
  void anIterationShorterThanATurnIsATurn() {
    takingTurns();
    Duration short5 = Duration.ofMillis(5);
    take(new Task(FakeJava.id("behaves"), new Shape(1, short5, 7, short5)), 0);
    assertThat(java.forks()).contains("base a.B.behaves 8", "head a.B.behaves 8");
  }

  @Test
  void withoutTurnsWhoGoesFirstChangesFromBoutToBout() {
    taking(Optional.empty(), Duration.ofSeconds(20));
    for (int number = 0; number < 3; number++) {
      Bout bout = take("behaves", number);
      bothFinished(bout);
      assertThat(bout.order()).isEmpty();
      assertThat(bout.alone()).contains("turns are switched off");
    }
    assertThat(java.forks())
        .extracting(fork -> fork.split(" ")[0])
        .containsExactly("base", "head", "head", "base", "base", "head");
    assertThat(java.turns()).isEmpty();
  }

  @Test
  void oneColdInvocationIsNoTurn() {
    takingTurns();
    Bout bout =
        take(new Task(FakeJava.id("cold"), new Shape(0, Duration.ZERO, 3, Duration.ZERO)), 0);
    bothFinished(bout);
    assertThat(bout.alone()).contains("in single-shot mode an iteration is one operation");
  }

  @Test
  void sidesThatDeclareDifferentIterationsCannotTakeTurns() {
    takingTurns();
    Duration turn = FakeJava.TURN;
    Task base = new Task(FakeJava.id("grown"), new Shape(1, turn, 3, turn));
    Task head = new Task(FakeJava.id("grown"), new Shape(1, turn, 4, turn));
    Bout bout = bench.take(Map.of(Side.BASE, base, Side.HEAD, head), 0);
    bothFinished(bout);
    assertThat(bout.alone()).contains("base and head declare different iterations");
    assertThat(java.forks()).containsExactly("base a.B.grown 4", "head a.B.grown 5");
  }

  @Test
  void whatCannotBeAliveTwiceIsMeasuredInWholeForksFromThenOn() {
    takingTurns();
    Bout first = take("lonely", 0);
    bothFinished(first);
    assertThat(first.order()).isEmpty();
    assertThat(first.alone())
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .startsWith("the two sides could not be alive at once: ")
                    .contains("Address already in use"));
    int before = java.forks().size();
    Bout second = take("lonely", 1);
    bothFinished(second);
    assertThat(second.alone()).isEqualTo(first.alone());
    assertThat(java.forks()).hasSize(before + 2);
    assertThat(take("behaves", 2).order()).as("the others take turns").isPresent();
  }

  @Test
  void whatBreaksAloneTooIsBrokenOnEachSideWithTheReasonItHasAlone() {
    takingTurns();
    Bout bout = take("throws", 0);
    assertThat(bout.forks()).containsOnlyKeys(Side.values());
    for (Side side : Side.values()) {
      assertThat(reason(bout, side)).contains("IllegalStateException: boom");
    }
  }

  @Test
  void whatBreaksOnOneSideAloneLeavesTheOtherItsNumbers() {
    takingTurns();
    Bout bout = take("dies_head_3", 0);
    assertThat(bout.forks().get(Side.BASE)).isInstanceOf(ForkOutcome.Finished.class);
    assertThat(reason(bout, Side.HEAD)).contains("exit code 42");
  }

  @Test
  void whatOnceTookTurnsIsBrokenWhenItBreaksAndNotTriedAlone() {
    takingTurns();
    bothFinished(take("dies_head_3_from2", 0));
    Bout second = take("dies_head_3_from2", 1);
    assertThat(second.forks()).containsOnlyKeys(Side.HEAD);
    assertThat(reason(second, Side.HEAD)).contains("exit code 42");
    assertThat(second.alone()).isEmpty();
    assertThat(java.forks()).hasSize(4);
  }

  @Test
  void whatHangsIsNotTriedAlone() {
    taking(Optional.of(FakeJava.TURN), Duration.ofSeconds(1));
    Bout bout = take("hangs_base_3", 0);
    assertThat(bout.forks()).containsOnlyKeys(Side.BASE);
    assertThat(reason(bout, Side.BASE))
        .contains("it was still starting, or in the same iteration, after 1 s");
    assertThat(java.forks()).hasSize(2);
    bothFinished(take("behaves", 0));
  }

  @Test
  void aTurnIsLengthenedOnceWhereAnOperationIsLonger() {
    takingTurns();
    Bout first = take("long_45", 0);
    bothFinished(first);
    assertThat(first.order()).isPresent();
    assertThat(first.alone()).isEmpty();
    List<String> forks = java.forks();
    assertThat(forks).as("a first try, and one in longer turns").hasSize(4);
    // 160 ms of measuring give no more than two longer turns, but five are the fewest.
    assertThat(forks.subList(2, 4))
        .allSatisfy(fork -> assertThat(fork).matches("\\w+ a.B.long_45 [56]"));
    assertThat(take("long_45", 1).order())
        .hasValueSatisfying(order -> assertThat(order).hasSameSizeAs(first.order().orElseThrow()));
    assertThat(java.forks()).as("what was learned is not forgotten").hasSize(6);
  }

  @Test
  void anOperationOfAboutASecondIsMeasuredInWholeForks() {
    takingTurns();
    Bout bout = take("long_820", 0);
    bothFinished(bout);
    assertThat(bout.order()).isEmpty();
    assertThat(bout.alone())
        .hasValueSatisfying(why -> assertThat(why).matches("one operation takes about 8\\d\\d ms"));
  }
}
