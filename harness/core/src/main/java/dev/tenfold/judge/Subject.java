package dev.tenfold.judge;

import dev.tenfold.run.InputException;
import dev.tenfold.run.Metric;
import java.util.Arrays;
import java.util.Locale;

/** What a finding is about. */
public enum Subject {
  /** The score, or the benchmark as a whole. */
  SCORE,
  /** Bytes allocated per operation. */
  ALLOCATION,
  /** How the time grows with the size of the input. */
  GROWTH,
  /** The level of the head against a bound that the configuration sets. */
  BUDGET;

  /**
   * The subject of this name, in lower case.
   *
   * @throws InputException if there is none
   */
  public static Subject of(String name) {
    return Arrays.stream(values())
        .filter(subject -> subject.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "There is no \"%s\" to waive: choose of score, allocation, growth, budget."
                        .formatted(name)));
  }

  static Subject of(Metric metric) {
    return metric.isAllocation() ? ALLOCATION : SCORE;
  }

  /** The name for people. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
