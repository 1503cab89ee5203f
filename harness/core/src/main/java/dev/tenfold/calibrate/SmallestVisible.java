package dev.tenfold.calibrate;

import dev.tenfold.judge.Policy;
import dev.tenfold.run.BenchmarkId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * The smallest slowdown of a benchmark that the whole gate finds in four of five checks, screening,
 * confirmation and threshold included.
 *
 * @param id which benchmark
 * @param slowdown as in {@link Design}; empty if even one to five times the time is missed
 */
public record SmallestVisible(BenchmarkId id, OptionalDouble slowdown) {
  /** Five times the time. What is not found then is called not visible. */
  static final double MOST = 4;

  private static final double POWER = 0.8;
  private static final int TRIALS = 100;

  /** Halvings of the logarithm of five: the answer is right to 0.3 %. */
  private static final int HALVINGS = 9;

  /**
   * Finds it by simulation, with the benchmark as a suite of its own. Correcting it for the other
   * suspects that it would have in a suite is left to alpha, which Holm divides by their number.
   *
   * @param suspects that are judged together on average
   */
  static SmallestVisible of(
      Recording recording, Design design, Policy policy, double suspects, long seed) {
    Policy shared =
        new Policy(
            policy.alpha() / Math.max(1, suspects),
            policy.screen(),
            policy.equivalence(),
            policy.failOn(),
            policy.clauses());
    Design alone = design.alone();
    double[] smallest =
        new SplittableRandom(seed)
            .longs(TRIALS)
            .mapToObj(each -> Trial.draw(List.of(recording), alone, each))
            .mapToDouble(trial -> smallest(trial, shared))
            .sorted()
            .toArray();
    double at = smallest[(int) Math.ceil(POWER * TRIALS) - 1];
    return new SmallestVisible(
        recording.id(), at > MOST ? OptionalDouble.empty() : OptionalDouble.of(at));
  }

  /** With the forks given, a larger slowdown is never harder to find: it only moves the head. */
  private static double smallest(Trial trial, Policy policy) {
    if (trial.judged(policy, MOST).found().count() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double missed = 0;
    double found = Math.log1p(MOST);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (missed + found) / 2;
      if (trial.judged(policy, Math.expm1(middle)).found().count() > 0) {
        found = middle;
      } else {
        missed = middle;
      }
    }
    return Math.expm1(found);
  }

  /** The slowdown, or infinity if it is empty. */
  double orInfinite() {
    return slowdown.orElse(Double.POSITIVE_INFINITY);
  }
}
