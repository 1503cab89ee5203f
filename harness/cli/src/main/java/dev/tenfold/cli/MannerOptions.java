package dev.tenfold.cli;

import dev.tenfold.check.Request.Manner;
import dev.tenfold.measure.Shard;
import dev.tenfold.terminal.Interruption;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How measuring is gone about. */
final class MannerOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the order of the benchmarks; by default ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      description =
          "Only the K-th of N shares of the benchmarks, such as 2/5; join them with merge.")
  private String shard;

  @Option(
      names = "--resume",
      description = "Go on with the same command where it was cut off: nothing is measured twice.")
  private boolean resume;

  @Option(
      names = "--no-repeat",
      description =
          "Keep forks that other processes disturbed; by default they are measured again, within bounds.")
  private boolean noRepeat;

  Manner manner() {
    return new Manner(seed, Optional.ofNullable(shard).map(Shard::of), resume, !noRepeat);
  }

  /** Until it is closed, an interruption says how to go on. */
  static Interruption interruption(Path out) {
    return new Interruption(
        System.err,
        "tenfold: stopped. What was measured is in %s; go on with the same command and --resume."
            .formatted(out));
  }
}
