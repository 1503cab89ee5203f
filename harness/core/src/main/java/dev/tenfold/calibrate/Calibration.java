package dev.tenfold.calibrate;

import dev.tenfold.judge.Policy;
import java.util.Comparator;
import java.util.List;

/**
 * The gate's own error rates, as a simulation on recorded forks found them.
 *
 * @param recordings that were replayed
 * @param design what was simulated
 * @param policy by which it was judged
 * @param steps one for each slowdown, in ascending order
 * @param visible one for each benchmark, the smallest first
 */
public record Calibration(
    Recordings recordings,
    Design design,
    Policy policy,
    List<Step> steps,
    List<SmallestVisible> visible) {
  public Calibration {
    steps = List.copyOf(steps);
    visible =
        visible.stream()
            .sorted(
                Comparator.comparingDouble(SmallestVisible::orInfinite)
                    .thenComparing(SmallestVisible::id))
            .toList();
  }

  /**
   * The smallest visible slowdown of the benchmark that stands so far behind in their order.
   *
   * @param share from 0, the one of which most is seen, to below 1; 0.5 is the middle one
   */
  public SmallestVisible visibleAt(double share) {
    return visible.get((int) (visible.size() * share));
  }
}
