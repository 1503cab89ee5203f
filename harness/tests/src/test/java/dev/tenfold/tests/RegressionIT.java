package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A head that does five times the work and allocates one object more. Alone on the machine as far
 * as this module can see to it.
 */
@Isolated
class RegressionIT {
  @TempDir private Path directory;

  @Test
  void exactlyWhatGotWorseIsNamedWithItsSizeAndTheVerdictCanBeReachedAgain() throws IOException {
    FixtureJar.working(directory.resolve("base.jar"), 100, 20);
    FixtureJar.working(directory.resolve("head.jar"), 500, 21);
    Files.writeString(
        directory.resolve("tenfold.yaml"),
        """
        suites:
          steady:
            include: ["*.Steady.*"]
            forks: 2
            confirm-forks: 3
        thresholds:
          - relative: 100%
        """);

    Ended check = Cli.in(directory).run("check", "--base", "base.jar", "head.jar");

    check.exits(2).says("Regression: 1 benchmark is slower and 1 allocates more", "REGRESSED (2)");
    assertThat(check.out())
        .containsPattern(
            "Steady\\.loop +[0-9.]+ +[0-9.]+ \\w+/op +slower \\+[0-9.]+ % \\[.+, .+] +3\\+3")
        .containsPattern(
            "Steady\\.objects allocation +320\\S* +336\\S* B/op +more \\+1[56]\\S* B/op \\[.+, .+]");
    Path out = directory.resolve("reports/latest");
    VerdictFile verdict = VerdictFile.in(out);
    assertThat(verdict.outcomes())
        .containsEntry("loop", "REGRESSED")
        .containsEntry("objects gc.alloc.rate.norm", "REGRESSED")
        .hasSize(6);
    assertThat(verdict.outcomes().values()).filteredOn("REGRESSED"::equals).hasSize(2);
    assertThat(out.resolve("comment.md")).content().contains("REGRESSED | `Steady.loop`");
    assertThat(out.resolve("junit.xml")).content().contains("failures=\"2\"");

    Ended again = Cli.in(directory).run("report", "--format", "json").exits(2);
    assertThat(VerdictFile.of(again.out()).root().path("findings"))
        .isEqualTo(verdict.root().path("findings"));
    Cli.in(directory)
        .run("report", "--threshold", "1000%")
        .exits(2)
        .says("1 benchmark allocates more");
  }
}
