package dev.tenfold.calibrate;

import dev.tenfold.judge.Outcome;
import java.time.Duration;

/**
 * What all suites gave at one slowdown.
 *
 * @param slowdown of the changed benchmarks; 0 where nothing changed
 * @param suites how many
 * @param alarmed in how many of them a benchmark that had not changed was called a regression
 * @param suspects how many benchmarks were measured again, in all of them
 * @param forks how many were taken on each side of all benchmarks in all suites
 * @param same what became of the benchmarks that had not changed
 * @param slowed what became of those that had
 */
public record Step(
    double slowdown,
    long suites,
    long alarmed,
    long suspects,
    long forks,
    Counts same,
    Counts slowed) {

  static Step none(double slowdown) {
    return new Step(slowdown, 0, 0, 0, 0, Counts.NONE, Counts.NONE);
  }

  Step plus(Step other) {
    return new Step(
        slowdown,
        suites + other.suites,
        alarmed + other.alarmed,
        suspects + other.suspects,
        forks + other.forks,
        same.plus(other.same),
        slowed.plus(other.slowed));
  }

  /** Suites with a false regression; of none where everything changed. */
  public Proportion alarms() {
    return new Proportion(alarmed, same.total() == 0 ? 0 : suites);
  }

  /** Comparisons with a false regression. */
  public Proportion falseRegressions() {
    return same.share(Outcome.REGRESSED);
  }

  /** Slowdowns that were found; of none where nothing changed. */
  public Proportion found() {
    return slowed.share(Outcome.REGRESSED);
  }

  /** How many forks a benchmark took on each side, on average. */
  public double forksPerSide() {
    return (double) forks / (same.total() + slowed.total());
  }

  /** The machine time of one check, on average, if a fork takes so long. */
  public Duration time(Duration fork) {
    return fork.multipliedBy(2 * forks).dividedBy(suites);
  }
}
