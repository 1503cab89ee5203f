package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the harness ends in the middle of a fork, nothing goes on measuring. */
class InterruptionIT {
  @TempDir private Path directory;
  private Living living;

  @BeforeEach
  void copy() {
    living = new Living(FixtureJar.copy(directory.resolve("benchmarks.jar")));
  }

  @Test
  void anInterruptEndsItWith130AndLeavesNothingBehind() throws IOException {
    assumeThat(interruptsAreIgnored())
        .as("this build ignores SIGINT, as a job in the background does, and so does its children")
        .isFalse();
    try (Running check = check()) {
      living.soonMeasures();
      check.signal("INT");
      check.ends().exits(130);
    }
    living.soonEnds();
    try (Stream<Path> left = Files.list(Cli.temporary(directory))) {
      assertThat(left).allSatisfy(file -> assertThat(file).isRegularFile());
    }
  }

  @Test
  void aHarnessThatIsKilledTakesTheForkWithIt() {
    try (Running check = check()) {
      living.soonMeasures();
      check.signal("KILL");
      living.soonEnds();
    }
  }

  @Test
  void aHarnessThatIsKilledTakesBothForksOfAPairWithIt() {
    Living base = new Living(FixtureJar.copy(directory.resolve("base.jar")));
    try (Running check =
        Cli.in(directory)
            .start(
                "check",
                "--no-identity",
                "--include",
                "*.hangs",
                "--base",
                "base.jar",
                "benchmarks.jar")) {
      base.soonMeasures();
      living.soonMeasures();
      check.signal("KILL");
      base.soonEnds();
      living.soonEnds();
    }
  }

  private Running check() {
    return Cli.in(directory)
        .start("check", "--include", "*.hangs", "--include", "*.behaves", "benchmarks.jar");
  }

  /** A JVM that is started with SIGINT ignored leaves it so. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .anyMatch(ignored -> (ignored & 2) != 0);
  }
}
