package dev.tenfold.tests;

import static dev.tenfold.tests.JmhJson.fork;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files are compared without measuring; each way to end has its code. */
class ComparisonIT {
  @TempDir private Path directory;
  private Cli cli;

  @BeforeEach
  void base() {
    cli = Cli.in(directory);
    JmhJson.write(directory.resolve("base.json"), fork(100, 101, 102), fork(101, 102, 103));
  }

  @Test
  void theSameTwicePasses() {
    cli.run("compare", "base.json", "base.json").exits(0).says("no regression found");
  }

  @Test
  void aThirdMoreIsARegressionUnlessTheThresholdIsHigher() {
    JmhJson.write(directory.resolve("head.json"), fork(133, 134, 135), fork(134, 135, 136));
    cli.run("compare", "base.json", "head.json")
        .exits(2)
        .says("Bench.time  101.5  134.5 ns/op  slower +32");
    cli.run("compare", "--threshold", "50%", "base.json", "head.json").exits(0);
    cli.run("compare", "head.json", "base.json").exits(0).says("IMPROVED (1)");
  }

  @Test
  void theUndecidedFailsOnlyWhereThatIsAskedFor() {
    JmhJson.write(directory.resolve("noisy.json"), fork(50, 60, 70), fork(150, 160, 170));
    cli.run("compare", "base.json", "noisy.json").exits(0).says("INCONCLUSIVE (1)");
    cli.run("compare", "--fail-on", "inconclusive", "base.json", "noisy.json")
        .exits(3)
        .says("Inconclusive: 1 result is undecided");
  }

  @Test
  void oneForkAllowsNoClaim() {
    JmhJson.write(directory.resolve("one.json"), fork(100, 101, 102));
    cli.run("compare", "one.json", "one.json").exits(3).says("Measure at least 2 forks");
  }

  @Test
  void differentIterationsAreNotComparedUnlessThatIsAllowed() {
    JmhJson.write(
        directory.resolve("longer.json"), fork(100, 101, 102, 103), fork(1e2, 1e2, 1e2, 1e2));
    cli.run("compare", "base.json", "longer.json")
        .exits(5)
        .says("iterations 3 -> 4", "--allow iterations");
    cli.run("compare", "--allow", "iterations", "base.json", "longer.json").exits(0);
  }

  @Test
  void differentMachinesAreNotComparedUnlessThatIsAllowed() {
    KeptRun.write(directory.resolve("here.json"), "Processor A");
    KeptRun.write(directory.resolve("there.json"), "Processor B");
    cli.run("compare", "here.json", "there.json").exits(5).says("machine linux", "--allow machine");
    cli.run("compare", "--allow", "machine", "here.json", "there.json").exits(0);
  }
}
