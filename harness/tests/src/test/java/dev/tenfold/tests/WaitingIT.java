package dev.tenfold.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two that measure at once measure each other, so one waits. */
class WaitingIT {
  @TempDir private Path directory;

  @Test
  void theSecondWaitsForTheFirstAndSaysWhoThatIs() {
    Path jar = FixtureJar.copy(directory.resolve("benchmarks.jar"));
    try (Running first =
        Cli.in(directory).start("run", "--include", "*.hangs", "--out", "one", jar.toString())) {
      new Living(jar).soonMeasures();
      try (Running second =
          Cli.in(directory)
              .start("run", "--include", "*.loop", "-f", "1", "--out", "two", jar.toString())) {
        second.soonSays(
            "Waiting: another Tenfold measures on this machine: process %s in %s"
                .formatted(Long.toString(first.pid()), directory));
        first.signal("TERM");
        first.ends().exits(143);
        second.ends().exits(0).says("1 benchmarks measured, 0 failed");
      }
    }
    new Living(jar).soonEnds();
  }
}
