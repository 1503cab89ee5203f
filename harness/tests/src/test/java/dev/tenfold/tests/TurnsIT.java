package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.jmh.Detail;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Result;
import dev.tenfold.store.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Base and head are alive at once and measure alternately, whatever JMH and benchmark they are. */
class TurnsIT {
  @TempDir private Path directory;
  private Path out;

  @BeforeEach
  void configure() throws IOException {
    out = directory.resolve("reports/latest");
    Files.writeString(
        directory.resolve("tenfold.yaml"),
        """
        suites:
          little:
            forks: 2
            confirm-forks: 2
        thresholds:
          - relative: 300%
          - {metric: allocation, relative: 300%}
        """);
  }

  private Ended check(Path base, Path head, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("check", "--no-identity", "--base", base.toString()));
    all.addAll(List.of(arguments));
    all.add(head.toString());
    return Cli.in(directory).run(all.toArray(String[]::new));
  }

  private List<Result> results(String file) {
    return RunFile.read(out.resolve(file), Detail.WHOLE).results();
  }

  /** All forks of both sides took turns, each pair in one order. */
  private void tookTurns(int benchmarks) {
    List<Result> bases = results("base.json");
    List<Result> heads = results("run.json");
    assertThat(heads).hasSize(benchmarks);
    for (int i = 0; i < benchmarks; i++) {
      Circumstances circumstances = heads.get(i).circumstances();
      assertThat(circumstances).isEqualTo(bases.get(i).circumstances());
      assertThat(circumstances.alone()).isEmpty();
      assertThat(circumstances.turns()).hasSize(2);
      int rounds = heads.get(i).score().forks().get(0).iterations();
      // One round of warm-up goes before them.
      assertThat(circumstances.turns())
          .allSatisfy(turns -> assertThat(turns.order()).matches("[bh]{%d}".formatted(rounds + 1)));
    }
  }

  /** Few operations of a busy machine leave open whether it is surely the same. */
  private void allocatesTheSame() {
    assertThat(VerdictFile.in(out).outcomes().get("objects gc.alloc.rate.norm"))
        .isIn("UNCHANGED", "INCONCLUSIVE");
  }

  @Test
  void twoJarsOfTodaysJmhTakeTurns() {
    Path base = FixtureJar.working(directory.resolve("base.jar"), 100, 20);
    Path head = FixtureJar.working(directory.resolve("head.jar"), 110, 20);
    check(base, head, "--include", "*.Steady.*").exits(0).says("taking turns");
    tookTurns(3);
    assertThat(VerdictFile.in(out).root().path("kind").asString()).isEqualTo("TURNS");
    assertThat(VerdictFile.in(out).outcomes()).hasSize(6);
    allocatesTheSame();
    new Living(base).soonEnds();
    new Living(head).soonEnds();
  }

  @Test
  void aJarOfAnOlderJmhTakesTurnsWithOneOfTodaysIfThatIsAllowed() {
    check(FixtureJar.BUILT, FixtureJar.OLDER, "--include", "*.Steady.objects")
        .exits(5)
        .says("JMH 1.37 -> 1.", "--allow jvm");
    tookTurns(1);
    check(FixtureJar.OLDER, FixtureJar.BUILT, "--include", "*.Steady.objects", "--allow", "jvm")
        .exits(0)
        .says("taking turns");
    tookTurns(1);
    assertThat(VerdictFile.in(out).root().path("kind").asString()).isEqualTo("TURNS");
    assertThat(VerdictFile.in(out).outcomes()).containsKey("objects");
    allocatesTheSame();
  }

  @Test
  void threadsGroupsSamplesAndThroughputsTakeTurnsToo() {
    check(
            FixtureJar.BUILT,
            FixtureJar.BUILT,
            "--include",
            "*.Odd.pair",
            "--include",
            "*.Odd.sampled",
            "--include",
            "*.Odd.counts",
            "-t",
            "2")
        .exits(0);
    tookTurns(3);
    assertThat(results("run.json"))
        .extracting(result -> result.id().text())
        .extracting(text -> text.substring(text.indexOf("Odd.")))
        .containsExactlyInAnyOrder("Odd.counts:thrpt:2", "Odd.pair:avgt:2", "Odd.sampled:sample:2");
  }

  @Test
  void oneColdInvocationTakesNoTurnsAndTheDocumentsSaySo() {
    check(FixtureJar.BUILT, FixtureJar.BUILT, "--include", "*.Odd.once").exits(0);
    assertThat(results("run.json").get(0).circumstances().alone())
        .contains("in single-shot mode an iteration is one operation");
    assertThat(VerdictFile.in(out).root().path("kind").asString()).isEqualTo("SIDE_BY_SIDE");
    assertThat(VerdictFile.in(out).warnings().get("once").toString()).containsIgnoringCase("whole");
  }

  @Test
  void turnsCanBeSwitchedOff() {
    check(FixtureJar.BUILT, FixtureJar.BUILT, "--include", "*.Steady.loop", "--turn", "off")
        .exits(0)
        .says("forks alternating");
    assertThat(results("run.json").get(0).circumstances().alone())
        .contains("turns are switched off");
  }

  @Test
  void aHeadThatBreaksInTheMiddleOfATurnIsNamedAndTheOthersAreMeasured() {
    SortedMap<String, String> reasons = sudden("base.jar", "head.jar");
    assertThat(reasons.get("thrower"))
        .startsWith("Fork 1: it threw java.lang.IllegalStateException: no more of this");
    assertThat(reasons.get("exiter")).startsWith("Fork 1: ").contains("System.exit");
    assertThat(reasons.get("halter")).startsWith("Fork 1: ").contains("exit code 42");
    assertThat(reasons.get("hoarder")).contains("OutOfMemoryError: Java heap space");
    assertThat(reasons.get("sleeper"))
        .startsWith("Fork 1: it was still starting, or in the same iteration, after 10 s");
  }

  @Test
  void aBaseThatBreaksInTheMiddleOfATurnIsNamedAndTheOthersAreMeasured() {
    SortedMap<String, String> reasons = sudden("head.jar", "base.jar");
    assertThat(reasons.get("thrower"))
        .startsWith("In the base: Fork 1: it threw java.lang.IllegalStateException: no more");
    assertThat(reasons.get("exiter")).startsWith("In the base: ").contains("System.exit");
    assertThat(reasons.get("halter")).startsWith("In the base: ").contains("exit code 42");
    assertThat(reasons.get("hoarder")).startsWith("In the base: ").contains("OutOfMemoryError");
    assertThat(reasons.get("sleeper"))
        .startsWith(
            "In the base: Fork 1: it was still starting, or in the same iteration, after 10 s");
  }

  /** Checks a jar in which nothing breaks, called base, against one in which all does, or so. */
  private SortedMap<String, String> sudden(String first, String second) {
    Path behaves = FixtureJar.copy(directory.resolve("base.jar"));
    Path breaks = FixtureJar.breaking(directory.resolve("head.jar"));
    check(
            directory.resolve(first),
            directory.resolve(second),
            "--include",
            "*.Sudden.*",
            "--include",
            "*.Steady.loop",
            "--patience",
            "10s")
        .exits(4)
        .says("Incomplete: 5 of 6 benchmarks were not measured", "FAILED (5)");
    VerdictFile verdict = VerdictFile.in(out);
    assertThat(verdict.outcomes()).doesNotContainEntry("loop", "FAILED").containsKey("loop");
    assertThat(verdict.outcomes().values()).filteredOn("FAILED"::equals).hasSize(5);
    new Living(behaves).soonEnds();
    new Living(breaks).soonEnds();
    return verdict.reasons();
  }
}
