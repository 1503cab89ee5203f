package dev.tenfold.growth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order of growth that lies closest to some levels.
 *
 * @param order the closest
 * @param confidence that it is this one and no other of {@link Order}, above 0, at most 1
 * @param runnerUp the second closest
 */
public record Fit(Order order, double confidence, Order runnerUp) {
  /**
   * The standard deviation, on the log scale, by which a level may miss any of these curves though
   * it was measured exactly: real code has caches and constant terms. Without it, one size that was
   * measured very precisely would decide alone.
   */
  private static final double MISFIT = 0.05;

  /**
   * Fits each order by weighted least squares on logarithms, with the constant factor as the one
   * parameter, and weighs them by how well they fit (Akaike weights: Burnham and Anderson, Model
   * Selection and Multimodel Inference, 2002, section 2.9; all have as many parameters).
   *
   * @param sizes positive; at least 3 different ones
   * @param logs of the level at each size
   * @param errors the standard error of each of those, not negative
   */
  static Fit of(double[] sizes, double[] logs, double[] errors) {
    double[] weights = Arrays.stream(errors).map(e -> 1 / (MISFIT * MISFIT + e * e)).toArray();
    List<Candidate> ranked =
        Arrays.stream(Order.values())
            .map(order -> new Candidate(order, miss(order, sizes, logs, weights)))
            .sorted(Comparator.comparingDouble(Candidate::miss))
            .toList();
    double least = ranked.get(0).miss();
    double all =
        ranked.stream()
            .mapToDouble(candidate -> Math.pow(least / candidate.miss(), sizes.length / 2.0))
            .sum();
    return new Fit(ranked.get(0).order(), 1 / all, ranked.get(1).order());
  }

  /** An order, and by how much the levels miss it. */
  private record Candidate(Order order, double miss) {}

  /** The weighted mean square by which the levels miss a curve of this order; above 0. */
  private static double miss(Order order, double[] sizes, double[] logs, double[] weights) {
    double sum = 0;
    double factor = 0;
    for (int i = 0; i < sizes.length; i++) {
      sum += weights[i];
      factor += weights[i] * (logs[i] - order.log(sizes[i]));
    }
    double squares = 0;
    for (int i = 0; i < sizes.length; i++) {
      double miss = logs[i] - order.log(sizes[i]) - factor / sum;
      squares += weights[i] * miss * miss;
    }
    // What is closer than a curve can be to real code is as close as it can be.
    return squares / sum + MISFIT * MISFIT;
  }
}
