package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What benchmarks need is there while they are measured, and what they cannot have is said. */
class ServiceIT {
  private static final String SERVICE =
      """
      services:
        - benchmarks: ["*.Served.*"]
          main: %s
          provides: [FIXTURE_PORT, FIXTURE_PID]
      """;

  @TempDir private Path directory;

  @BeforeEach
  void copy() {
    FixtureJar.copy(directory.resolve("head.jar"));
  }

  private void configured(String main) throws IOException {
    Files.writeString(directory.resolve("tenfold.yaml"), SERVICE.formatted(main));
  }

  private Ended measured(Cli cli) {
    return cli.run("run", "--include", "*.Served.*", "-f", "2", "head.jar");
  }

  @Test
  void theServiceIsThereForEveryForkAndGoneAfterwards() throws IOException {
    configured("dev.tenfold.tests.fixture.Served");
    Ended run = measured(Cli.in(directory));
    run.exits(0).says("1 benchmarks measured, 0 failed");
    new Living(directory.resolve("head.jar")).soonEnds();
  }

  @Test
  void bothSidesOfAPairAreServed() throws IOException {
    configured("dev.tenfold.tests.fixture.Served");
    FixtureJar.working(directory.resolve("base.jar"), 101, 20);
    Cli.in(directory)
        .run(
            "check",
            "--base",
            "base.jar",
            "--no-identity",
            "--include",
            "*.Served.*",
            "-f",
            "2",
            "head.jar")
        .exits(0)
        .says("1 benchmark expected, 1 measured");
    new Living(directory.resolve("head.jar")).soonEnds();
  }

  @Test
  void whoHasAServerOfHisOwnGetsNoOther() throws IOException {
    configured("dev.tenfold.tests.fixture.NoSuchClass");
    Ended run = measured(Cli.in(directory).with("FIXTURE_PORT", "1"));
    run.exits(4).says("1 failed", "ConnectException");
  }

  @Test
  void aServiceThatDoesNotComeUpIsASentence() throws IOException {
    configured("dev.tenfold.tests.fixture.NoSuchClass");
    measured(Cli.in(directory))
        .exits(1)
        .says(
            "The service dev.tenfold.tests.fixture.NoSuchClass of ",
            "ended before it provided all of it. Set FIXTURE_PORT to use a server of your own",
            "ClassNotFoundException");
  }

  @Test
  void whatNeedsALaterJvmIsLeftOutAndSaidToBe() throws IOException {
    Files.writeString(
        directory.resolve("tenfold.yaml"),
        """
        suites:
          steady: {include: ["*.Steady.*"], profile: smoke, compare: false}
        requires:
          - {benchmarks: "*.Steady.r*", java: 999}
        """);
    Ended check = Cli.in(directory).run("check", "head.jar");
    check
        .exits(0)
        .says(
            "LEFT OUT 1 benchmark: they need Java 999, and this is Java ",
            "like *.Steady.r* were left out",
            "compared with nothing",
            "2 benchmarks expected, 2 measured");
    check.neverSays("NO BASELINE");
    assertThat(directory.resolve("reports/baselines")).doesNotExist();
  }

  @Test
  void theListShowsWhatWouldBeMeasured() throws IOException {
    Files.writeString(
        directory.resolve("tenfold.yaml"),
        "suites:\n  some: {include: ['*.Steady.*', '*.Grown.*']}\n");
    Cli.in(directory)
        .run("list", "head.jar")
        .exits(0)
        .says(
            "dev.tenfold.tests.fixture.Steady.loop:avgt:1\n",
            "dev.tenfold.tests.fixture.Grown.work:avgt:1{size=1000}\n",
            "6 in dev.tenfold.tests.fixture",
            "6 in all, suite some");
    Cli.in(directory).run("list", "--include", "nothing", "head.jar").refuses("No benchmark of");
    Cli.in(directory).run("config").exits(0).says("some: 4 forks, then 16 for suspects");
    Cli.in(directory).run("config", "--schema").exits(0).says("\"title\": \"tenfold.yaml\"");
  }
}
