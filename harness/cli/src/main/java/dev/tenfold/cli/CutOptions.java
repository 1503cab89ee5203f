package dev.tenfold.cli;

import dev.tenfold.calibrate.Cut;
import dev.tenfold.config.Quantity;
import dev.tenfold.run.InputException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What of recorded forks counts as a fork, and what it costs. */
final class CutOptions {
  @Option(
      names = "--warmup",
      paramLabel = "TIME",
      description = {
        "What is left out at the beginning of each recorded fork; by default ${DEFAULT-VALUE}.",
        "0 where the warm-up was not recorded, as JMH does."
      },
      defaultValue = "5s")
  private String warmup;

  @Option(
      names = "--measure",
      paramLabel = "TIME",
      description = "What is then measured, or all: the whole fork; by default ${DEFAULT-VALUE}.",
      defaultValue = "5s")
  private String measure;

  @Option(
      names = "--windows",
      paramLabel = "N",
      description = {
        "So many such spans of each fork, one after another, count as a fork each;",
        "by default 5, or 1 with --measure all."
      })
  private Integer windows;

  @Option(
      names = "--fork-time",
      paramLabel = "TIME",
      description = "Machine time of a fork of one side, for the time of a check and --budget.")
  private String forkTime;

  Optional<Duration> forkTime() {
    return Optional.ofNullable(forkTime).map(Quantity::duration);
  }

  Cut cut() {
    Duration skipped = warmup.matches("0+ ?[a-z]*") ? Duration.ZERO : Quantity.duration(warmup);
    boolean whole = measure.equals("all");
    int count = windows == null ? (whole ? 1 : 5) : DesignOptions.atLeast(1, "--windows", windows);
    if (whole && count > 1) {
      throw new InputException(
          "A fork that is measured as a whole is 1 window, not %s; give --measure a time."
              .formatted(count));
    }
    return new Cut(
        skipped, whole ? Optional.empty() : Optional.of(Quantity.duration(measure)), count);
  }
}
