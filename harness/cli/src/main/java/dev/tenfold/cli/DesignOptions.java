package dev.tenfold.cli;

import dev.tenfold.calibrate.Design;
import dev.tenfold.config.Effort;
import dev.tenfold.config.Quantity;
import dev.tenfold.judge.Policy;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is simulated of the gate, and by which rule. */
final class DesignOptions {
  /** Of fewer suites, too few have a false alarm for their share to be cited. */
  private static final int ENOUGH = 200;

  @Option(
      names = "--slowdown",
      paramLabel = "PERCENT",
      split = ",",
      description = "By how much the head gets slower; by default ${DEFAULT-VALUE}.",
      defaultValue = "0,3,5,10,20")
  private List<String> slowdowns;

  @Option(
      names = "--suites",
      paramLabel = "N",
      description = "How many suites are drawn; by default ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  private int suites;

  @Option(
      names = "--suite-size",
      paramLabel = "N",
      description = "Benchmarks in each; by default 100, or all if there are fewer.")
  private Integer suiteSize;

  @Option(
      names = "--changed",
      paramLabel = "N",
      description = "How many of them get slower; by default every tenth.")
  private Integer changed;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all that is drawn; by default ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--screen-forks",
      paramLabel = "N",
      split = ",",
      description = "Forks on each side of every benchmark, at each look; by default as a check.")
  private List<Integer> screenForks;

  @Option(
      names = "--confirm-forks",
      paramLabel = "N",
      split = ",",
      description = "Fresh forks on each side of a suspect, at each look; by default as a check.")
  private List<Integer> confirmForks;

  @Option(
      names = "--screen",
      paramLabel = "PERCENT",
      description = "The p below which a benchmark is a suspect; by default as a check.")
  private String screen;

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      description = "Smallest change of a score that counts, for example 3%%.")
  private String threshold;

  long seed() {
    return seed;
  }

  /**
   * Whether what is simulated is not what a check does, or says nothing, or too little, of suites
   * without change.
   */
  boolean changesTheRule() {
    return suites < ENOUGH
        || suiteSize != null
        || screenForks != null
        || confirmForks != null
        || screen != null
        || threshold != null
        || slowdowns.stream().noneMatch(each -> slowdown(each) == 0);
  }

  Effort effort(Effort from) {
    Effort screened =
        screenForks == null ? from : from.screening(looks("--screen-forks", screenForks));
    return confirmForks == null
        ? screened
        : screened.confirming(looks("--confirm-forks", confirmForks));
  }

  Policy policy(Policy from) {
    Policy limited = threshold == null ? from : from.with(Quantity.fraction(threshold));
    if (screen == null) {
      return limited;
    }
    double p = Quantity.fraction(screen);
    if (!(p > 0 && p < 0.5)) {
      throw new InputException("--screen lies between 0 and 50 %%, unlike %s.".formatted(screen));
    }
    return limited.screening(p);
  }

  /** Refuses what can be refused before minutes are spent on measuring. */
  void check(Effort effort) {
    atLeast(1, "--suites", suites);
    atLeast(1, "--suite-size", suiteSize == null ? 1 : suiteSize);
    atLeast(1, "--changed", changed == null ? 1 : changed);
    slowdowns.forEach(DesignOptions::slowdown);
    atLeast(2, "forks of a screening", effort.forks());
  }

  /**
   * The design.
   *
   * @param benchmarks that there are
   */
  Design design(int benchmarks, Effort effort, Optional<Duration> forkTime) {
    int size =
        suiteSize == null ? Math.min(100, benchmarks) : atLeast(1, "--suite-size", suiteSize);
    int slower = changed == null ? Math.max(1, size / 10) : atLeast(1, "--changed", changed);
    if (slower > size) {
      throw new InputException(
          "--changed %s is more than the %s benchmarks of a suite.".formatted(slower, size));
    }
    if (effort.budget().isPresent() && forkTime.isEmpty()) {
      throw new InputException("A --budget takes a --fork-time: what a fork costs of it.");
    }
    return new Design(
        atLeast(1, "--suites", suites),
        size,
        slower,
        slowdowns.stream().map(DesignOptions::slowdown).toList(),
        effort,
        forkTime,
        seed);
  }

  /** Per cents, with or without the sign: nobody means a slowdown of 300 % by 3. */
  private static double slowdown(String text) {
    return Quantity.fraction(text.strip().endsWith("%") ? text : text + "%");
  }

  private static Looks looks(String option, List<Integer> at) {
    atLeast(2, option, at.get(0));
    try {
      return new Looks(at);
    } catch (IllegalArgumentException e) {
      throw new InputException("%s ascend, as in 4,8,16; not %s.".formatted(option, at), e);
    }
  }

  static int atLeast(int least, String option, int value) {
    if (value < least) {
      throw new InputException("%s is at least %s, not %s.".formatted(option, least, value));
    }
    return value;
  }
}
