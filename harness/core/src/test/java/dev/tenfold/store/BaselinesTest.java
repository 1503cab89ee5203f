package dev.tenfold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {
  private static final Machine HERE = Runs.MACHINE;
  private static final Machine FASTER =
      new Machine(
          "Fast CPU",
          64,
          256,
          "linux-amd64",
          "6.1.0",
          "none",
          HERE.jvm(),
          17,
          "G1",
          HERE.objectLayout());
  private static final Machine OTHER_LAYOUT =
      new Machine(
          "Fast CPU", 64, 256, "linux-amd64", "6.1.0", "none", HERE.jvm(), 17, "Z", "align 8");

  @TempDir private Path directory;

  private Baselines baselines;
  private Jars jars;

  @BeforeEach
  void empty() {
    baselines = new Baselines(directory.resolve("baselines"));
    jars = new Jars(new Home(directory.resolve("home")));
  }

  private static Run run(Machine machine, double level) {
    return run(machine, level, Optional.empty());
  }

  private static Run run(Machine machine, double level, Optional<String> jar) {
    Origin origin = new Origin(Optional.of(machine), Optional.empty(), Optional.empty(), jar);
    return Runs.run(
        origin,
        Runs.iterations(Runs.id("m"), new double[] {level, level}, new double[] {level, 1}));
  }

  private static double level(Run run) {
    return run.results().get(0).score().forks().get(0).mean();
  }

  @Test
  void sessionsAreNumberedFromOneForEachMachineAndSuite() {
    assertThat(baselines.entries()).isEmpty();
    assertThat(
            List.of(baselines.keep(run(HERE, 1), "quick"), baselines.keep(run(HERE, 2), "quick")))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("quick-0001.json", "quick-0002.json");
    assertThat(baselines.keep(run(HERE, 3), "quick-0001")).hasFileName("quick-0001-0001.json");
    assertThat(baselines.keep(run(FASTER, 4), "quick")).hasFileName("quick-0001.json");
    assertThat(baselines.entries())
        .extracting(entry -> entry.machine() + " " + entry.suite() + " " + entry.session())
        .containsExactlyInAnyOrder(
            HERE.id() + " quick 1",
            HERE.id() + " quick 2",
            HERE.id() + " quick-0001 1",
            FASTER.id() + " quick 1");
  }

  @Test
  void theBaselineIsTheNewestSession() throws IOException {
    for (int i = 1; i <= 12; i++) {
      baselines.keep(run(HERE, i), "quick");
    }
    Baseline baseline = baselines.of(HERE, "quick").orElseThrow();
    assertThat(baseline.file()).hasFileName("quick-0012.json");
    assertThat(level(baseline.run())).isEqualTo(12);
    assertThat(baseline.earlier()).hasSize(11);
    assertThat(baseline.sessions().stream().map(BaselinesTest::level))
        .containsExactly(12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0);
    // Numbers go on behind the greatest, also where one is missing.
    Files.delete(baseline.file().resolveSibling("quick-0003.json"));
    assertThat(baselines.keep(run(HERE, 13), "quick")).hasFileName("quick-0013.json");
  }

  @Test
  void moreThanTenThousandSessionsStayInOrder() throws IOException {
    Path first = baselines.keep(run(HERE, 1), "quick");
    Files.copy(baselines.keep(run(HERE, 2), "quick"), first.resolveSibling("quick-10000.json"));
    assertThat(baselines.keep(run(HERE, 3), "quick")).hasFileName("quick-10001.json");
    assertThat(level(baselines.of(HERE, "quick").orElseThrow().run())).isEqualTo(3);
  }

  @Test
  void theBaselineIsThatOfTheMachineAndTheSuite() {
    baselines.keep(run(FASTER, 1), "quick");
    baselines.keep(run(HERE, 2), "full");
    assertThat(baselines.of(HERE, "quick")).isEmpty();
    assertThat(baselines.of(HERE, "full")).isPresent();
  }

  @Test
  void keepsTheForksWithoutTheirIterations() {
    baselines.keep(run(HERE, 5), "quick");
    Run kept = baselines.of(HERE, "quick").orElseThrow().run();
    assertThat(kept.results().get(0).score().forks())
        .hasSize(2)
        .noneMatch(dev.tenfold.run.Fork::isWhole);
    assertThat(kept).isEqualTo(run(HERE, 5).summarised());
  }

  @Test
  void aRunOfAnUnknownMachineIsNoBaseline() {
    Run run = Runs.run(Runs.result(Runs.id("m"), 1, 2));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> baselines.keep(run, "quick"))
        .withMessageContaining("tenfold run");
    assertThat(baselines.entries()).isEmpty();
  }

  @Test
  void allocationIsTakenFromAnotherMachineWithTheSameJvm() {
    assertThat(baselines.portable(HERE, "quick")).isEmpty();
    baselines.keep(run(HERE, 1), "quick");
    baselines.keep(run(OTHER_LAYOUT, 2), "quick");
    assertThat(baselines.portable(HERE, "quick")).isEmpty();
    baselines.keep(run(FASTER, 3), "full");
    assertThat(baselines.portable(HERE, "quick")).isEmpty();
    baselines.keep(run(FASTER, 4), "quick");
    baselines.keep(run(FASTER, 5), "quick");
    Baseline portable = baselines.portable(HERE, "quick").orElseThrow();
    assertThat(level(portable.run())).isEqualTo(5);
    assertThat(portable.earlier()).isEmpty();
  }

  @Test
  void aDamagedFileIsRefusedAndLeftAndNothingElseIsTakenForIt() throws IOException {
    baselines.keep(run(HERE, 1), "quick");
    Path newest = baselines.keep(run(HERE, 2), "quick");
    String whole = Files.readString(newest);
    List<String> damages =
        List.of(
            "",
            whole.substring(0, whole.length() / 2),
            whole.replaceFirst("Some CPU", "Same CPU"),
            whole
                .replace("\"tenfold\": 1", "\"tenfold\": 99")
                .replace("\"tenfold\":1", "\"tenfold\":99"),
            "garbage",
            whole + "x");
    for (String damage : damages) {
      assertThat(damage).isNotEqualTo(whole);
      Files.writeString(newest, damage);
      assertThatExceptionOfType(InputException.class)
          .as(damage)
          .isThrownBy(() -> baselines.of(HERE, "quick"))
          .withMessageContaining(newest.toString());
      assertThat(newest).hasContent(damage);
      assertThat(baselines.entries()).hasSize(2);
    }
  }

  @Test
  void otherFilesAreNotTakenForBaselines() throws IOException {
    Path kept = baselines.keep(run(HERE, 1), "quick");
    for (String name :
        List.of("README.md", "quick-1.json", "Quick-0002.json", "quick-0002.json~")) {
      Files.writeString(kept.resolveSibling(name), "x");
    }
    Files.writeString(directory.resolve("baselines/quick-0009.json"), "x");
    assertThat(baselines.entries()).extracting(Baselines.Entry::file).containsExactly(kept);
  }

  private String kept(double level, BenchmarkJar jar) {
    jars.keep(jar);
    return baselines.keep(run(HERE, level, Optional.of(jar.sha256())), "quick").toString();
  }

  @Test
  void pruningLeavesTheNewestAndDropsTheJarsThatNobodyNeeds() throws IOException {
    BenchmarkJar old = JarsTest.jar(directory.resolve("old.jar"), "old");
    BenchmarkJar twice = JarsTest.jar(directory.resolve("twice.jar"), "twice");
    BenchmarkJar elsewhere = JarsTest.jar(directory.resolve("else.jar"), "elsewhere");
    String first = kept(1, old);
    String second = kept(2, twice);
    String third = kept(3, elsewhere);
    kept(4, twice);
    baselines.keep(run(FASTER, 5, Optional.of(elsewhere.sha256())), "quick");
    baselines.keep(run(HERE, 6, Optional.of(old.sha256())), "full");

    assertThat(baselines.prune(9, jars)).isEmpty();
    assertThat(baselines.prune(1, jars))
        .extracting(Path::toString)
        .containsExactly(first, second, third);
    assertThat(baselines.entries()).hasSize(3);
    assertThat(level(baselines.of(HERE, "quick").orElseThrow().run())).isEqualTo(4);
    // Every jar is still that of a kept session: of another suite, a newer one, another machine.
    assertThat(jars.get(old.sha256())).isPresent();
    assertThat(jars.get(twice.sha256())).isPresent();
    assertThat(jars.get(elsewhere.sha256())).isPresent();

    kept(7, old);
    kept(8, old);
    baselines.prune(1, jars);
    assertThat(jars.get(twice.sha256())).isEmpty();
    assertThat(jars.get(old.sha256())).isPresent();
  }

  @Test
  void pruningNeverTakesTheLastSession() {
    kept();
    for (int sessions : new int[] {0, -1}) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> baselines.prune(sessions, jars))
          .withMessageContaining("At least 1 session");
    }
    assertThat(baselines.prune(1, jars)).isEmpty();
    assertThat(baselines.entries()).hasSize(1);
  }

  private void kept() {
    baselines.keep(run(HERE, 1), "quick");
  }

  @Test
  void theNumberDoesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(baselines.keep(run(HERE, 1), "quick")).hasFileName("quick-0001.json");
    } finally {
      Locale.setDefault(before);
    }
    assertThat(baselines.of(HERE, "quick")).isPresent();
  }

  @Test
  void aNumberBeyondAllSessionsIsNoBaseline() throws IOException {
    kept();
    Path kept = baselines.entries().get(0).file();
    Files.writeString(kept.resolveSibling("quick-99999999999.json"), "x");
    assertThat(baselines.entries()).hasSize(1);
  }

  @Test
  void aSuiteThatIsAPathIsRefused() {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> baselines.keep(run(HERE, 1), "../../quick"));
    assertThat(directory.resolve("quick-0001.json")).doesNotExist();
  }
}
