package dev.tenfold.cli;

import dev.tenfold.compare.Tolerance;
import dev.tenfold.config.ConfigFile;
import dev.tenfold.config.Quantity;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** By what a verdict is reached. */
final class JudgeOptions {
  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      description = "Smallest change of a score that counts, for example 3%%.")
  private String threshold;

  @Option(
      names = "--fail-on",
      paramLabel = "OUTCOME",
      split = ",",
      description =
          "What fails beside regressions and failures: inconclusive, incomparable, removed.")
  private List<String> failOn;

  @Option(
      names = "--allow",
      paramLabel = "WHAT",
      split = ",",
      description =
          "In what base and head may differ and still be compared: forks, iterations, jvm-args, jvm, machine.")
  private List<String> allow = List.of();

  Policy policy(Policy from) {
    Policy limited = threshold == null ? from : from.with(Quantity.fraction(threshold));
    if (failOn == null) {
      return limited;
    }
    Set<Outcome> outcomes =
        failOn.stream()
            .filter(name -> !name.isEmpty())
            .map(ConfigFile::failOn)
            .collect(Collectors.toSet());
    return limited.failingOn(outcomes);
  }

  Set<Tolerance> tolerated() {
    return allow.stream().map(Tolerance::of).collect(Collectors.toSet());
  }
}
