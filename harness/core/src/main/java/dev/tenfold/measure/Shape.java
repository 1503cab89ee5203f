package dev.tenfold.measure;

import java.time.Duration;

/**
 * The iterations of one fork.
 *
 * @param warmups how many warm-up iterations
 * @param warmupTime of each; zero in single-shot mode
 * @param iterations how many measured iterations; at least 1
 * @param iterationTime of each; zero in single-shot mode
 */
public record Shape(int warmups, Duration warmupTime, int iterations, Duration iterationTime) {

  /** How long the iterations of a fork take, if each takes its time and no longer. */
  public Duration total() {
    return warmupTime.multipliedBy(warmups).plus(iterationTime.multipliedBy(iterations));
  }
}
