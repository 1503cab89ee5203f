package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot have changed is not measured, and whoever wonders is told why. */
class IdentityIT {
  @TempDir private Path directory;

  @Test
  void whatRunsTheSameCodeIsNotMeasured() throws IOException {
    FixtureJar.copy(directory.resolve("base.jar"));
    FixtureJar.copy(directory.resolve("head.jar"));

    Ended check =
        Cli.in(directory).run("check", "--base", "base.jar", "--include", "*.Steady.*", "head.jar");

    check
        .exits(0)
        .says(
            "Pass: base and head run the same code in all 3 benchmarks, so nothing was measured.",
            "3 benchmarks expected, 0 measured, 3 identical.");
    assertThat(check.err()).doesNotContain("screening");
    Path out = directory.resolve("reports/latest");
    assertThat(VerdictFile.in(out).outcomes().values()).containsOnly("IDENTICAL").hasSize(3);
    assertThat(Files.readString(out.resolve("comment.md"))).contains("same code in all 3");
    assertThat(Files.readString(out.resolve("run.json"))).contains("\"spared\"");
    Cli.in(directory).run("report").exits(0).says("IDENTICAL (3)");
  }

  @Test
  void whatMayDifferIsMeasuredAndExplained() {
    FixtureJar.copy(directory.resolve("base.jar"));
    FixtureJar.working(directory.resolve("head.jar"), 101, 20);

    Cli.in(directory)
        .run("check", "--base", "base.jar", "--explain", "*.Steady.loop", "head.jar")
        .exits(0)
        .says(
            "dev.tenfold.tests.fixture.Steady.loop must be measured: dev/tenfold/tests/fixture/work.properties differs");
    Cli.in(directory)
        .run("check", "--base", "base.jar", "--explain", "*.Nowhere.*", "head.jar")
        .exits(1)
        .says("has no benchmark that matches *.Nowhere.*");
    Cli.in(directory)
        .run("check", "--explain", "*.Steady.loop", "head.jar")
        .exits(1)
        .says("There is no jar to compare", "--base JAR");
  }

  @Test
  void whoeverWantsItMeasuredGetsIt() {
    FixtureJar.copy(directory.resolve("base.jar"));
    FixtureJar.copy(directory.resolve("head.jar"));

    Ended check =
        Cli.in(directory)
            .run(
                "check",
                "--base",
                "base.jar",
                "--no-identity",
                "-f",
                "2",
                "--include",
                "*.Steady.loop",
                "head.jar");

    check.exits(0).says("byte for byte the same: every difference is noise");
    assertThat(VerdictFile.in(directory.resolve("reports/latest")).outcomes().values())
        .doesNotContain("IDENTICAL");
  }
}
