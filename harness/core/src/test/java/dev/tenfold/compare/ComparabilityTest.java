package dev.tenfold.compare;

import static dev.tenfold.run.Runs.JVM;
import static dev.tenfold.run.Runs.MACHINE;
import static dev.tenfold.run.Runs.SETTINGS;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.origin;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static dev.tenfold.run.Runs.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Jvm;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import dev.tenfold.run.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparabilityTest {
  private static final BenchmarkId ID = id("m");
  private static final Result RESULT = result(ID, 10, 11);
  private static final String TODAY = "2026-01-02T00:00:00Z";

  private static Comparison compare(Run base, Run head, Set<Tolerance> tolerated) {
    return Comparer.compare(base, head, Terms.stored(tolerated, SessionSpread.NONE));
  }

  /** The reason for which the two are not compared, and that tolerating it is enough. */
  private static String objection(Run base, Run head, Tolerance... enough) {
    Comparison strict = compare(base, head, Set.of());
    assertThat(strict.differences()).isEmpty();
    assertThat(strict.exclusions()).hasSize(1);
    assertThat(strict.exclusions().get(0).kind()).isEqualTo(Exclusion.Kind.INCOMPARABLE);
    Set<Tolerance> tolerated = Set.of(enough);
    assertThat(compare(base, head, tolerated).differences()).hasSize(1);
    for (Tolerance one : enough) {
      EnumSet<Tolerance> others = EnumSet.allOf(Tolerance.class);
      others.remove(one);
      assertThat(compare(base, head, others).differences()).as("without %s", one).isEmpty();
    }
    return strict.exclusions().get(0).because();
  }

  private static String settings(Settings other) {
    return objection(run(RESULT), run(with(RESULT, other)), Tolerance.ITERATIONS);
  }

  private static String jvm(Jvm other) {
    return objection(run(RESULT), run(with(RESULT, other)), Tolerance.JVM);
  }

  @Test
  void namesTheForksAndTheOptionThatAllowsThem() {
    assertThat(objection(run(RESULT), run(result(ID, 10, 11, 12)), Tolerance.FORKS))
        .contains("forks 2 -> 3")
        .endsWith("Compare all the same with --allow forks.");
  }

  @Test
  void namesEverySettingThatDiffers() {
    assertThat(settings(new Settings(3, "1 s", 1, 5, "1 s", 1, List.of())))
        .contains("warm-ups 2 -> 3")
        .endsWith("--allow iterations.");
    assertThat(settings(new Settings(2, "2 s", 1, 5, "1 s", 1, List.of())))
        .contains("warm-up time 1 s -> 2 s");
    assertThat(settings(new Settings(2, "1 s", 9, 5, "1 s", 1, List.of())))
        .contains("warm-up batch 1 -> 9");
    assertThat(settings(new Settings(2, "1 s", 1, 6, "1 s", 1, List.of())))
        .contains("iterations 5 -> 6");
    assertThat(settings(new Settings(2, "1 s", 1, 5, "100 ms", 1, List.of())))
        .contains("iteration time 1 s -> 100 ms");
    assertThat(settings(new Settings(2, "1 s", 1, 5, "1 s", 9, List.of())))
        .contains("batch 1 -> 9");
  }

  @Test
  void namesTheArgumentsOfTheJvm() {
    Settings other = new Settings(2, "1 s", 1, 5, "1 s", 1, List.of("-Xmx1g"));
    assertThat(objection(run(RESULT), run(with(RESULT, other)), Tolerance.JVM_ARGS))
        .contains("JVM arguments [] -> [-Xmx1g]")
        .endsWith("--allow jvm-args.");
  }

  @Test
  void namesWhatOfTheJvmDiffers() {
    assertThat(jvm(new Jvm("/x", "21", JVM.name(), JVM.build(), JVM.jmhVersion())))
        .contains("JVM version 17.0.15 -> 21")
        .endsWith("--allow jvm.");
    assertThat(jvm(new Jvm("/x", JVM.version(), "OpenJ9", JVM.build(), JVM.jmhVersion())))
        .contains("JVM OpenJDK 64-Bit Server VM -> OpenJ9");
    assertThat(jvm(new Jvm("/x", JVM.version(), JVM.name(), "17.0.15+7", JVM.jmhVersion())))
        .contains("JVM build 17.0.15+6 -> 17.0.15+7");
    assertThat(jvm(new Jvm("/x", JVM.version(), JVM.name(), JVM.build(), "1.36")))
        .contains("JMH 1.37 -> 1.36");
  }

  @Test
  void namesTheMachine() {
    Machine other = new Machine("Other CPU", 8, 16, "o", "k", "none", "j", 17, "G1", "l");
    assertThat(
            objection(
                run(origin(MACHINE, TODAY), RESULT),
                run(origin(other, TODAY), RESULT),
                Tolerance.MACHINE))
        .contains("machine " + MACHINE.id() + " -> " + other.id())
        .endsWith("--allow machine.");
  }

  @Test
  void namesAllThatDiffersAtOnceAndOnlyWhatIsNotAllowed() {
    Settings other = new Settings(3, "1 s", 1, 6, "1 s", 1, List.of("-Xmx1g"));
    Run base = run(RESULT);
    Run head = run(with(with(result(ID, 1, 2, 3), other), new Jvm("", "21", "", "", "")));
    assertThat(
            objection(
                base,
                head,
                Tolerance.FORKS,
                Tolerance.ITERATIONS,
                Tolerance.JVM_ARGS,
                Tolerance.JVM))
        .endsWith("--allow jvm,iterations,jvm-args,forks.");
    assertThat(compare(base, head, Set.of(Tolerance.FORKS, Tolerance.JVM)).exclusions())
        .singleElement()
        .satisfies(
            exclusion ->
                assertThat(exclusion.because())
                    .endsWith("--allow iterations,jvm-args.")
                    .doesNotContain("21"));
  }

  @Test
  void whatAFileDoesNotTellIsNoDifference() {
    Jvm untold = new Jvm("", "", "", "", "");
    assertThat(compare(run(RESULT), run(with(RESULT, untold)), Set.of()).exclusions()).isEmpty();
    assertThat(
            compare(run(origin(MACHINE, TODAY), RESULT), run(Origin.UNKNOWN, RESULT), Set.of())
                .exclusions())
        .isEmpty();
  }

  @Test
  void thePathOfTheJavaCommandDoesNotMatter() {
    Jvm moved = new Jvm("/other", JVM.version(), JVM.name(), JVM.build(), JVM.jmhVersion());
    assertThat(compare(run(RESULT), run(with(RESULT, moved)), Set.of()).exclusions()).isEmpty();
  }

  @Test
  void aChangedModeOrNumberOfThreadsIsNotComparedWhateverIsAllowed() {
    BenchmarkId four = BenchmarkId.of("a.B.m", Mode.AVERAGE_TIME, 4, Map.of());
    BenchmarkId thrpt = id("m", Mode.THROUGHPUT);
    Set<Tolerance> all = EnumSet.allOf(Tolerance.class);
    Comparison threads = compare(run(RESULT), run(result(four, 10, 11)), all);
    assertThat(threads.differences()).isEmpty();
    assertThat(threads.exclusions())
        .singleElement()
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Exclusion.Kind.INCOMPARABLE))
        .satisfies(e -> assertThat(e.because()).contains("threads 1", "threads 4"));
    Comparison mode = compare(run(RESULT), run(result(thrpt, 10, 11)), all);
    assertThat(mode.exclusions())
        .singleElement()
        .satisfies(e -> assertThat(e.because()).contains("mode avgt", "mode thrpt"));
  }

  @Test
  void forksOfOneSessionMayDifferInNumber() {
    Comparison comparison =
        Comparer.compare(run(RESULT), run(result(ID, 10, 11, 12)), Terms.sideBySide(Set.of()));
    assertThat(comparison.differences()).hasSize(1);
  }

  @Test
  void settingsAreThoseOfTheTestDataOtherwise() {
    assertThat(RESULT.settings()).isEqualTo(SETTINGS);
    assertThat(Runs.with(RESULT, SETTINGS)).isEqualTo(RESULT);
  }
}
