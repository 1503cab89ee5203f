package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new user: the first check has nothing to compare with, the second has the first. */
class FirstCheckIT {
  @TempDir private Path directory;
  private Path out;

  @BeforeEach
  void lay() throws IOException {
    out = directory.resolve("reports/latest");
    FixtureJar.copy(directory.resolve("benchmarks.jar"));
    Files.writeString(
        directory.resolve("tenfold.yaml"),
        """
        suites:
          first:
            include: ["*.Steady.loop"]
            forks: 2
            confirm-forks: 2
        thresholds:
          - relative: 300%
          - {metric: allocation, relative: 300%}
        """);
  }

  @Test
  void theFirstCheckIsKeptAndTheSecondMeasuresItAgainBesideTheHead() throws IOException {
    Cli.in(directory)
        .run("check", "benchmarks.jar")
        .exits(0)
        .says("NO BASELINE for suite first", "was kept as the baseline");
    assertThat(Stream.of("run.json", "jmh.json", "verdict.json", "comment.md", "junit.xml"))
        .allSatisfy(name -> assertThat(out.resolve(name)).isNotEmptyFile());
    assertThat(VerdictFile.in(out).outcomes()).containsEntry("loop", "ADDED");

    Cli.in(directory)
        .run("baseline", "list")
        .exits(0)
        .says("first-0001.json", "in the local store");
    Cli.in(directory)
        .run("check", "benchmarks.jar")
        .exits(0)
        .says("The base is the jar of baseline first-0001.json", "IDENTICAL (1)")
        .neverSays("NO BASELINE");
    Cli.in(directory)
        .run("check", "--no-identity", "benchmarks.jar")
        .exits(0)
        .says("The base is the jar of baseline first-0001.json", "byte for byte the same")
        .neverSays("NO BASELINE");
    assertThat(VerdictFile.in(out).root().path("kind").asString()).isEqualTo("TURNS");
    assertThat(VerdictFile.in(out).outcomes().keySet())
        .containsExactly("loop", "loop gc.alloc.rate.norm");

    forget(directory.resolve("home/jars"));
    Cli.in(directory)
        .run("check", "benchmarks.jar")
        .exits(0)
        .says("is not in the local store", "its stored numbers were compared");
    assertThat(VerdictFile.in(out).root().path("kind").asString()).isEqualTo("STORED");
  }

  @Test
  void aDemandedBaselineThatIsMissingIsNotComparable() {
    Cli.in(directory)
        .run("check", "--require-baseline", "-f", "1", "benchmarks.jar")
        .exits(5)
        .says("NO BASELINE", "Nothing was kept either");
    assertThat(directory.resolve("reports/baselines")).doesNotExist();
  }

  private static void forget(Path jars) throws IOException {
    try (Stream<Path> files = Files.list(jars)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
