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
  /** Fewer rounds give no median worth the name. */
  private static final int FEWEST_ROUNDS = 5;

  /** How long the iterations of a fork take, if each takes its time and no longer. */
  public Duration total() {
    return warmupTime.multipliedBy(warmups).plus(iterationTime.multipliedBy(iterations));
  }

  boolean isSingleShot() {
    return iterationTime.isZero();
  }

  /** Warm-up and measured iterations together. */
  int rounds() {
    return warmups + iterations;
  }

  /** One measured iteration and nothing else. */
  Shape oneRound() {
    return new Shape(0, warmupTime, 1, iterationTime);
  }

  /**
   * The same time of warm-up and of measurement, cut into turns.
   *
   * @param turn how long an iteration is to be; positive
   */
  Shape inTurnsOf(Duration turn) {
    return new Shape(
        slices(warmupTime.multipliedBy(warmups), turn, Math.min(warmups, 1)),
        turn,
        slices(iterationTime.multipliedBy(iterations), turn, FEWEST_ROUNDS),
        turn);
  }

  private static int slices(Duration total, Duration turn, int fewest) {
    return Math.max(fewest, (int) Math.round((double) total.toNanos() / turn.toNanos()));
  }
}
