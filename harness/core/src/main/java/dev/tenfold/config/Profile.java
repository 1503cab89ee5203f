package dev.tenfold.config;

import dev.tenfold.measure.ForkOptions;
import dev.tenfold.run.InputException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A ready choice of how much is spent, from an answer within minutes to one that finds small
 * changes in code that the compiler treats differently in each JVM. What is configured besides goes
 * before it.
 */
public enum Profile {
  /** Shows that a benchmark can be measured at all, and nothing of how fast it is. */
  SMOKE(100, 100, Effort.of(List.of(1), List.of(2))),
  /** Finds changes of 5 to 10 %. */
  QUICK(300, 500, Effort.of(List.of(3), List.of(4, 8, 16))),
  /** Finds changes of 3 to 5 %. */
  STANDARD(500, 1000, Effort.STANDARD),
  /** Finds changes of 2 to 3 %. */
  THOROUGH(1000, 2000, Effort.of(List.of(6), List.of(8, 16, 32)));

  /** As long as an iteration is where no turns are taken. */
  private static final Duration ITERATION = Duration.ofMillis(100);

  private final int warmupMillis;
  private final int measuredMillis;
  private final Effort effort;

  Profile(int warmupMillis, int measuredMillis, Effort effort) {
    this.warmupMillis = warmupMillis;
    this.measuredMillis = measuredMillis;
    this.effort = effort;
  }

  /**
   * The profile of this name, in any case of letters.
   *
   * @throws InputException if there is none
   */
  public static Profile of(String name) {
    return Arrays.stream(values())
        .filter(profile -> profile.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "There is no profile \"%s\": choose of %s."
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Profile::toString)
                                .collect(Collectors.joining(", ")))));
  }

  /** How much is measured before a benchmark is decided. */
  public Effort effort() {
    return effort;
  }

  /** The iterations of this profile, in place of those that the benchmarks declare. */
  public ForkOptions iterations(ForkOptions from) {
    int millis = (int) ITERATION.toMillis();
    return new ForkOptions(
        from.java(),
        OptionalInt.of(warmupMillis / millis),
        Optional.of(ITERATION),
        OptionalInt.of(measuredMillis / millis),
        Optional.of(ITERATION),
        from.jvmArgsAppend(),
        from.patience());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
