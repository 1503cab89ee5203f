package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A benchmark that grows in a worse order than before fails, though it is faster at every size. */
class GrowthIT {
  @TempDir private Path directory;

  @Test
  void aWorseOrderFailsAndIsNamed() throws IOException {
    FixtureJar.copy(directory.resolve("base.jar"));
    FixtureJar.growing(directory.resolve("head.jar"));

    Ended check =
        Cli.in(directory)
            .run("check", "--base", "base.jar", "--include", "*.Grown.*", "-f", "3", "head.jar");

    check
        .exits(2)
        .says(
            "Regression: 1 benchmark grows steeper with its size.",
            "Its time grew as n with size and grows as n^2 now",
            "Grown.work grows as n^2 (",
            ", before as n (");
    Path out = directory.resolve("reports/latest");
    JsonNode growth = VerdictFile.in(out).root().path("growths").path(0);
    assertThat(growth.path("base").path("order").asString()).isEqualTo("n");
    assertThat(growth.path("head").path("order").asString()).isEqualTo("n^2");
    assertThat(growth.path("steeper").path("estimate").asDouble()).isBetween(0.8, 1.2);
    assertThat(Files.readString(out.resolve("comment.md")))
        .contains("| REGRESSED | `Grown.work{size=1000}` growth |", "Growth with size");
  }

  @Test
  void aBudgetIsHeldWithoutABase() throws IOException {
    FixtureJar.copy(directory.resolve("head.jar"));
    Files.writeString(
        directory.resolve("tenfold.yaml"),
        """
        suites:
          steady: {include: ["*.Steady.objects"], forks: 2}
        budgets:
          - {benchmarks: "*.objects", metric: allocation, at-most: 100 B/op}
        """);
    Cli.in(directory)
        .run("check", "head.jar")
        .exits(2)
        .says(
            "Regression: 1 benchmark is over its budget.",
            "Over its budget: 32",
            " B/op, where at most 100 B/op is allowed.",
            "Nothing was kept either");
  }
}
