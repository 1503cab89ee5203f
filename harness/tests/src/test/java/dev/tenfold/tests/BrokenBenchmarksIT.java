package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a benchmark does to its JVM, it is named, it is never green, and it costs itself alone.
 */
class BrokenBenchmarksIT {
  @TempDir private Path directory;
  private Path jar;

  @BeforeEach
  void copy() {
    jar = FixtureJar.copy(directory.resolve("benchmarks.jar"));
  }

  @Test
  void eachBrokenBenchmarkIsNamedWithItsReasonAndTheOthersAreMeasured() {
    Cli.in(directory)
        .run("check", "--include", "*.Broken.*", "-e", "*.hangs", "-f", "2", "benchmarks.jar")
        .exits(4)
        .says("Incomplete: 5 of 7 benchmarks were not measured", "FAILED (5)")
        .says("Nothing was kept");

    VerdictFile verdict = VerdictFile.in(directory.resolve("reports/latest"));
    assertThat(verdict.outcomes())
        .containsEntry("behaves", "ADDED")
        .containsEntry("floods", "ADDED")
        .hasSize(7);
    assertThat(verdict.reasons().get("throwsInSetup"))
        .contains("IllegalStateException: the database is not there")
        .contains("Broken$Missing.connect");
    assertThat(verdict.reasons().get("overflows")).contains("java.lang.StackOverflowError");
    assertThat(verdict.reasons().get("exhausts")).contains("OutOfMemoryError: Java heap space");
    assertThat(verdict.reasons().get("exits")).contains("System.exit");
    assertThat(verdict.reasons().get("halts")).contains("exit code 42");
    new Living(jar).soonEnds();
  }

  @Test
  void aBenchmarkThatHangsIsKilledWithAllThatItStarted() {
    Cli.in(directory)
        .run("run", "--include", "*.hangs", "-f", "2", "--patience", "3s", "benchmarks.jar")
        .exits(4)
        .says("FAILED head Broken.hangs: Fork 1: it was still running after 3 s and was killed")
        .says("1 more left out", "0 benchmarks measured, 1 failed");
    new Living(jar).soonEnds();
  }
}
