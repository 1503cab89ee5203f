package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each jar brings its own JMH; here one of years ago, in which much was called otherwise. */
class OlderJmhIT {
  @TempDir private Path directory;

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(
        directory.resolve("tenfold.yaml"),
        """
        suites:
          steady:
            include: ["*.Steady.objects"]
            forks: 2
            confirm-forks: 2
        thresholds:
          - relative: 300%
          - {metric: allocation, relative: 300%}
        """);
  }

  @Test
  void itIsMeasuredAndItsNumbersCompareWithThoseOfTodayIfThatIsAllowed() {
    Cli cli = Cli.in(directory);
    cli.run("run", "--out", "old", FixtureJar.OLDER.toString()).exits(0);
    cli.run("run", "--out", "new", FixtureJar.BUILT.toString()).exits(0);
    cli.run("compare", "old/run.json", "new/run.json")
        .exits(5)
        .says("JMH 1.", " -> 1.37", "--allow jvm");
    Ended compared =
        cli.run(
            "compare",
            "--allow",
            "jvm",
            "--threshold",
            "300%",
            "--format",
            "json",
            "old/jmh.json",
            "new/jmh.json");
    // What two forks of a busy machine say of it is left open, but not that it is compared.
    assertThat(VerdictFile.of(compared.out()).outcomes())
        .containsKeys("objects", "objects gc.alloc.rate.norm")
        .doesNotContainValue("INCOMPARABLE");
  }
}
