package dev.tenfold.calibrate;

import dev.tenfold.check.Campaign;
import dev.tenfold.config.Effort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
 * @param effort that a check makes; at least 2 forks on each side of all
 * @param forkTime of machine time for one fork of one side; must be there if the effort has a
 *     budget
 * @param seed of all that is drawn
 */
public record Design(
    int suites,
    int suiteSize,
    int changed,
    List<Double> slowdowns,
    Effort effort,
    Optional<Duration> forkTime,
    long seed) {
  public Design {
    if (suites < 1 || suiteSize < 1 || changed < 1 || changed > suiteSize) {
      throw new IllegalArgumentException(
          "%s suites of %s, %s of them changed, cannot be simulated."
              .formatted(suites, suiteSize, changed));
    }
    if (effort.forks() < 2 || effort.confirming().at().get(0) < 2) {
      throw new IllegalArgumentException("A spread between forks takes 2 on each side.");
    }
    if (effort.budget().isPresent() && forkTime.isEmpty()) {
      throw new IllegalArgumentException("A budget buys nothing of which the price is not known.");
    }
    if (slowdowns.isEmpty() || slowdowns.stream().anyMatch(s -> !(s >= 0))) {
      throw new IllegalArgumentException("Slowdowns are not negative, unlike " + slowdowns);
    }
    slowdowns = slowdowns.stream().sorted().distinct().toList();
  }

  /** The most forks that a screening takes on one side of a benchmark. */
  int mostScreened() {
    return effort.screening().most() * (effort.budget().isPresent() ? Campaign.SHARPEST : 1);
  }

  /** Forks that one side of every suspect takes: so many should have been recorded at least. */
  public static int least(Effort effort) {
    return effort.forks() + effort.confirming().at().get(0);
  }

  /** The same design for one benchmark that is a suite of its own, decided whatever it costs. */
  Design alone() {
    Effort unbounded =
        new Effort(
            effort.screening(), effort.confirming(), effort.turn(), Optional.empty(), effort.jvm());
    return new Design(1, 1, 1, slowdowns, unbounded, forkTime, seed);
  }
}
