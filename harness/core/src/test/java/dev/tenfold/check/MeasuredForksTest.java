package dev.tenfold.check;

import static dev.tenfold.measure.FakeJava.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.compare.Kind;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Warning;
import dev.tenfold.config.Effort;
import dev.tenfold.config.JvmMode;
import dev.tenfold.config.Suite;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Judge;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Verdict;
import dev.tenfold.machine.Bounds;
import dev.tenfold.measure.Bench;
import dev.tenfold.measure.FakeJava;
import dev.tenfold.measure.ForkOptions;
import dev.tenfold.measure.Journal;
import dev.tenfold.measure.Selection;
import dev.tenfold.measure.Session;
import dev.tenfold.measure.Side;
import dev.tenfold.measure.Told;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Result;
import dev.tenfold.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How many forks each benchmark gets, which depends on what the forks before them gave. */
@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for java is a shell script")
@Timeout(60)
class MeasuredForksTest {
  private static final String DIRECTORY = "java.io.tmpdir";

  private static final Effort EFFORT =
      new Effort(
          new Looks(List.of(3, 5)),
          new Looks(List.of(5, 10, 15)),
          Optional.of(Effort.TURN),
          Optional.empty(),
          JvmMode.AS_IS);

  /** Faster in the head: nobody suspects that. */
  private static final String CLEAR = "clear";

  /** Neither suspect nor clear after three forks, clear after five. */
  private static final String DOUBTFUL = "doubtful";

  private static final String SLOWER = "slower";

  /** Looks bad in the screening, and is not. */
  private static final String UNLUCKY = "unlucky";

  /** Looks bad in the screening, and then a little bad for ever. */
  private static final String WAVERING = "wavering";

  private final String before = System.getProperty(DIRECTORY);
  private final Told told = new Told();

  @TempDir private Path directory;

  private FakeJava java;

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

  private void five() {
    java.holds(CLEAR, DOUBTFUL, SLOWER, UNLUCKY, WAVERING);
    java.scores(CLEAR, Side.HEAD, 99, 99.1, 98.9);
    java.scores(DOUBTFUL, Side.HEAD, 100.5, 100, 99.9, 99.7, 99.8);
    java.scores(SLOWER, Side.HEAD, 120, 120.5, 119.5);
    java.scores(UNLUCKY, Side.HEAD, 104, 105, 104.5, 100.1, 99.9, 100, 100.05, 99.95);
    double[] wavering = new double[18];
    System.arraycopy(new double[] {103, 104, 103.5}, 0, wavering, 0, 3);
    for (int i = 3; i < wavering.length; i++) {
      wavering[i] = new double[] {109, 95.5, 102.4, 108, 97}[i % 5];
    }
    java.scores(WAVERING, Side.HEAD, wavering);
  }

  private Material run(Effort effort) {
    return run(effort, java.options());
  }

  private Material run(Effort effort, ForkOptions options) {
    Suite suite = Suite.of("all", Selection.all(), options).with(effort);
    try (Session session = Session.open(told, Bounds.NONE);
        Bench bench =
            session.bench(java.jars(), List.of(), options, effort.turn(), Journal.NONE, 5)) {
      Agenda agenda =
          Agenda.of(
              bench.tasks(Side.BASE, suite.selection()),
              bench.tasks(Side.HEAD, suite.selection()),
              Optional.empty(),
              Optional.empty());
      Output output = Output.in(directory.resolve("out"));
      return new Campaign(
              new MeasuredForks(bench, agenda, Runs.MACHINE, output),
              suite.effort(),
              new Judge(Policy.standard()),
              Set.of())
          .run(screened -> screened.write(output));
    }
  }

  private static Verdict verdict(Material material) {
    return material.verdict(Policy.standard(), false, Set.of(), SessionSpread.NONE);
  }

  private static Finding find(Verdict verdict, String name) {
    return verdict.findings().stream()
        .filter(finding -> finding.id().equals(id(name)))
        .findFirst()
        .orElseThrow();
  }

  private void took(String name, int forks) {
    for (Side side : Side.values()) {
      assertThat(java.forks(name, side)).as("%s of the %s", name, side).isEqualTo(forks);
    }
  }

  @Test
  void eachBenchmarkIsMeasuredUntilItIsDecidedAndNoLonger() {
    five();
    Verdict verdict = verdict(run(EFFORT));

    took(CLEAR, 3);
    took(DOUBTFUL, 5);
    took(SLOWER, 3 + 5);
    took(UNLUCKY, 3 + 5);
    took(WAVERING, 3 + 15);
    assertThat(find(verdict, CLEAR).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(find(verdict, DOUBTFUL).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(find(verdict, SLOWER).outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(find(verdict, UNLUCKY).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(find(verdict, WAVERING).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(find(verdict, SLOWER).evidence().orElseThrow().change())
        .isCloseTo(0.2, within(0.01));
    assertThat(verdict.kind()).isEqualTo(Kind.TURNS);
    assertThat(verdict.status()).isEqualTo(Status.REGRESSION);
    assertThat(told.said())
        .containsSubsequence(
            "stage screening 30",
            "stage screening 4",
            "stage confirming 3 suspects 30",
            "stage confirming 1 suspects 10",
            "stage confirming 1 suspects 10");
  }

  @Test
  void theVerdictIsReachedAgainFromWhatWasWritten() {
    five();
    Material material = run(EFFORT);
    material.write(Output.in(directory.resolve("out")));
    assertThat(verdict(Material.read(directory.resolve("out")))).isEqualTo(verdict(material));
  }

  @Test
  void whatIsKnownAfterTheScreeningIsWrittenBeforeTheConfirmationBegins() {
    java.holds("dies_head_1_from4", CLEAR);
    java.scores("dies_head_1_from4", Side.HEAD, 120, 121, 119);
    Material material = run(EFFORT);
    Material written = Material.read(directory.resolve("out"));
    assertThat(written.confirmation()).isEmpty();
    assertThat(written.head()).isEqualTo(material.head());
    Verdict verdict = verdict(material);
    assertThat(find(verdict, "dies_head_1_from4").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void withoutSuspectsNothingIsConfirmed() {
    java.holds(CLEAR, "same");
    Material material = run(EFFORT);
    assertThat(material.confirmation()).isEmpty();
    assertThat(verdict(material).status()).isEqualTo(Status.PASS);
    took(CLEAR, 3);
  }

  @Test
  void aTinyBudgetBuysTheForksThatEveryBenchmarkGetsAndNoMore() {
    five();
    Verdict verdict = verdict(run(EFFORT.within(Duration.ofNanos(1))));
    for (String name : new String[] {CLEAR, SLOWER, UNLUCKY, WAVERING}) {
      took(name, 3);
    }
    took(DOUBTFUL, 5); // the whole screening is planned for all
    Finding slower = find(verdict, SLOWER);
    assertThat(slower.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(slower.because()).contains("the time was over before it was measured");
    assertThat(find(verdict, CLEAR).evidence()).isPresent();
    assertThat(verdict.expected()).isEqualTo(5);
  }

  @Test
  void aLargeBudgetSharpensWhatIsVague() {
    java.holds(CLEAR, "vague");
    java.scores(CLEAR, Side.HEAD, 99, 99.1, 98.9);
    java.scores("vague", Side.HEAD, 80, 125, 90, 105, 99);
    Verdict verdict = verdict(run(EFFORT.within(Duration.ofHours(1))));
    took("vague", 20);
    assertThat(find(verdict, "vague").outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(told.said()).contains("stage sharpening 1 14", "stage sharpening 1 20");
  }

  @Test
  void withoutTurnsWholeForksDecideAndSayThatTheyAreWhole() {
    java.holds(SLOWER, CLEAR);
    java.scores(SLOWER, Side.HEAD, 120, 120.5, 119.5);
    java.scores(SLOWER, Side.BASE, 100, 100.5, 99.5);
    Verdict verdict = verdict(run(EFFORT.inTurnsOf(Optional.empty())));
    assertThat(verdict.kind()).isEqualTo(Kind.SIDE_BY_SIDE);
    Finding slower = find(verdict, SLOWER);
    assertThat(slower.outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(slower.evidence().orElseThrow().difference().warnings())
        .contains(Warning.WHOLE_FORKS);
  }

  @Test
  void whatOnlyOneSideHasIsNamedAndCostsTheOthersNothing() {
    java.holds(Side.BASE, "same", "old");
    java.holds(Side.HEAD, "same", "fresh");
    Material material = run(EFFORT);
    assertThat(java.forks("fresh", Side.HEAD)).isEqualTo(3);
    assertThat(java.forks("old", Side.BASE)).isZero();
    assertThat(material.head().results())
        .extracting(Result::id)
        .containsExactly(id("fresh"), id("same"));
    Verdict verdict = verdict(material);
    assertThat(find(verdict, "fresh").outcome()).isEqualTo(Outcome.ADDED);
    assertThat(find(verdict, "old").outcome()).isEqualTo(Outcome.REMOVED);
    assertThat(find(verdict, "same").outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(verdict.status()).isEqualTo(Status.PASS);
  }

  @Test
  void aHangOfTheBaseInTheFirstOrALaterForkIsAFailureAndNoRemoval() {
    java.holds("hangs_base_3", "hangs_base_1_from2", "hangs_base_2_from4", CLEAR);
    java.scores("hangs_base_2_from4", Side.HEAD, 120, 121, 119);
    Verdict verdict = verdict(run(EFFORT, java.options(Duration.ofSeconds(1))));
    assertThat(verdict.counts(Subject.SCORE))
        .containsEntry(Outcome.FAILED, 3L)
        .containsEntry(Outcome.UNCHANGED, 1L);
    assertThat(find(verdict, "hangs_base_2_from4").because())
        .startsWith("In the base: Fork 1: it was still starting, or in the same iteration");
    assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void whateverBreaksIsNamedAndTheRestIsDecided() {
    String[] broken = {
      "throws_base", "dies_head_3", "ends_head_3", "torn_base", "leaves_head_4", "missing"
    };
    String[] all = Arrays.copyOf(broken, broken.length + 2);
    all[broken.length] = SLOWER;
    all[broken.length + 1] = CLEAR;
    java.holds(all);
    java.scores(SLOWER, Side.HEAD, 120, 120.5, 119.5);
    Verdict verdict = verdict(run(EFFORT));
    for (String name : broken) {
      if (!name.startsWith("leaves")) {
        assertThat(find(verdict, name).outcome()).as(name).isEqualTo(Outcome.FAILED);
      }
    }
    assertThat(find(verdict, "throws_base").because()).startsWith("In the base: Fork 1: it threw");
    assertThat(find(verdict, "dies_head_3").because()).contains("exit code 42");
    // It gives its numbers alone, and so it is measured alone.
    assertThat(find(verdict, "leaves_head_4").evidence().orElseThrow().difference().warnings())
        .contains(Warning.WHOLE_FORKS);
    assertThat(find(verdict, SLOWER).outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(find(verdict, CLEAR).outcome()).isEqualTo(Outcome.UNCHANGED);
  }
}
