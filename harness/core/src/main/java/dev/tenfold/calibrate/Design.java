package dev.tenfold.calibrate;

import java.util.List;

/**
 * What is simulated.
 *
 * @param suites how many at each slowdown; at least 1
 * @param suiteSize how many different benchmarks are in each; at least 1
 * @param changed how many of them get slower where there is a slowdown; from 1 to {@code
 *     suiteSize}. It matters: all suspects share one correction, so the more there are, the surer
 *     each must be
 * @param slowdowns by how much, as fractions: 0.05 makes a time 5 % longer and divides a throughput
 *     by 1.05; at least one, none negative, in ascending order
 * @param screenForks on each side of every benchmark; at least 2
 * @param confirmForks fresh ones on each side of every suspect; at least 2
 * @param seed of all that is drawn
 */
public record Design(
    int suites,
    int suiteSize,
    int changed,
    List<Double> slowdowns,
    int screenForks,
    int confirmForks,
    long seed) {
  public Design {
    if (suites < 1 || suiteSize < 1 || changed < 1 || changed > suiteSize) {
      throw new IllegalArgumentException(
          "%s suites of %s, %s of them changed, cannot be simulated."
              .formatted(suites, suiteSize, changed));
    }
    if (screenForks < 2 || confirmForks < 2) {
      throw new IllegalArgumentException("A spread between forks takes 2 on each side.");
    }
    if (slowdowns.isEmpty() || slowdowns.stream().anyMatch(s -> !(s >= 0))) {
      throw new IllegalArgumentException("Slowdowns are not negative, unlike " + slowdowns);
    }
    slowdowns = slowdowns.stream().sorted().distinct().toList();
  }

  /** Forks that one side of a benchmark takes, if it is a suspect. */
  public int forksPerSide() {
    return screenForks + confirmForks;
  }
}
