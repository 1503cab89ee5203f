package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done is refused at once, with exit code 1 and a sentence that helps. */
class RefusalIT {
  @TempDir private Path directory;
  private Cli cli;

  @BeforeEach
  void copy() {
    cli = Cli.in(directory);
    FixtureJar.copy(directory.resolve("benchmarks.jar"));
  }

  @Test
  void anUnknownOptionIsAnsweredWithTheNearest() {
    cli.run("check", "--patienc", "5s", "benchmarks.jar")
        .refuses("--patienc", "Possible solutions: --patience", "Try: tenfold check --help");
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheNearest() {
    cli.run("chekc").refuses("chekc", "Did you mean: tenfold check?");
  }

  @Test
  void valuesThatMakeNoSenseAreRefusedBeforeAnythingIsMeasured() {
    cli.run("run", "-f", "0", "benchmarks.jar").refuses("--forks is at least 1, not 0.");
    cli.run("run", "-w", "soon", "benchmarks.jar").refuses("\"soon\" is no time");
    cli.run("check", "--threshold", "much", "benchmarks.jar").refuses("\"much\" is no fraction");
    cli.run("check", "--color", "mauve", "benchmarks.jar").refuses("--color", "\"mauve\"");
  }

  @Test
  void aMissingJarIsNamed() {
    cli.run("check", "missing.jar")
        .refuses("There is no benchmark jar at", "missing.jar", "mvn package");
  }

  @Test
  void aFileThatIsNoJarIsNamed() throws IOException {
    Files.writeString(directory.resolve("text.jar"), "no jar at all");
    cli.run("run", "text.jar").refuses("text.jar", "cannot be read as a jar");
  }

  @Test
  void aJarWithoutJmhIsNamed() throws IOException {
    try (OutputStream out = Files.newOutputStream(directory.resolve("plain.jar"));
        ZipOutputStream jar = new ZipOutputStream(out)) {
      jar.putNextEntry(new ZipEntry("readme.txt"));
    }
    cli.run("run", "plain.jar").refuses("plain.jar holds no JMH", "shaded jar");
  }

  @Test
  void aJarInWhichNoBenchmarkWasGeneratedIsNamed() {
    FixtureJar.without(directory.resolve("unprocessed.jar"), "META-INF/BenchmarkList");
    cli.run("run", "unprocessed.jar")
        .refuses("unprocessed.jar holds no META-INF/BenchmarkList", "annotationProcessorPaths");
  }

  @Test
  void aSelectionOfNothingIsNoPass() {
    cli.run("check", "--include", "*.Nothing.*", "benchmarks.jar")
        .exits(1)
        .says("No benchmark of the jar is selected");
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsNamedBeforeAnythingIsMeasured() throws IOException {
    Files.writeString(directory.resolve("file"), "in the way");
    cli.run("check", "--out", "file/out", "benchmarks.jar")
        .refuses("The results cannot be written to file/out", "--out DIRECTORY");
    assertThat(directory.resolve("file")).hasContent("in the way");
  }

  @Test
  void aWrongConfigurationIsNamedWithItsLineAndTheNearestKey() throws IOException {
    Files.writeString(
        directory.resolve("tenfold.yaml"), "suites:\n  quick:\n    incldue: ['*.Steady.*']\n");
    cli.run("check", "benchmarks.jar")
        .refuses("tenfold.yaml, line 3:", "no key \"incldue\"", "did you mean \"include\"?");
  }

  @Test
  void anUnknownSuiteIsAnsweredWithThoseThatThereAre() {
    cli.run("check", "--suite", "quikc", "benchmarks.jar").refuses("no suite \"quikc\"", "all");
  }

  @Test
  void aDamagedBaselineIsRefusedAndLeftAsItIs() throws IOException {
    String machine = cli.run("doctor").exits(0).out().lines().findFirst().orElseThrow();
    Path folder = directory.resolve("reports/baselines").resolve(machine.replace("machine ", ""));
    Path kept = Files.createDirectories(folder).resolve("all-0001.json");
    Files.writeString(kept, "{\n  \"tenfold\": 1, \"results\": [");
    cli.run("check", "benchmarks.jar")
        .refuses("all-0001.json is damaged or was edited", "restore it", "measure again");
    assertThat(kept).hasContent("{\n  \"tenfold\": 1, \"results\": [");
  }

  @Test
  void aUserWithoutAHomeIsToldToNameOne() {
    Cli.in(directory)
        .without("TENFOLD_HOME")
        .flag("-Duser.home=?")
        .run("check", "benchmarks.jar")
        .refuses("There is no home directory", "export TENFOLD_HOME=DIRECTORY");
  }
}
