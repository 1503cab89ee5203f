package dev.tenfold.jmh;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The percentiles of the latencies of {@link dev.tenfold.run.Mode#SAMPLE_TIME}, by name. */
final class Percentiles {
  /** Which of them are read as metrics, in this order. */
  static final List<String> KEPT = List.of("p0.50", "p0.90", "p0.99", "p0.999");

  private static final Map<String, Double> RANKS =
      Map.of(
          "p0.00", 0.0, "p0.50", 50.0, "p0.90", 90.0, "p0.95", 95.0, "p0.99", 99.0, "p0.999", 99.9,
          "p0.9999", 99.99, "p1.00", 100.0);

  private Percentiles() {}

  static double of(Histogram histogram, String name) {
    return histogram.percentile(RANKS.getOrDefault(name, Double.NaN));
  }

  /**
   * The rank, 0 to 100, of a secondary metric that JMH derived from the score of a benchmark:
   * {@code p0.99}, until 1.36 {@code method·p0.99}. Empty for any other metric.
   */
  static OptionalDouble rank(String metric, String benchmark) {
    String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
    String name =
        metric.startsWith(method + '\u00b7') ? metric.substring(method.length() + 1) : metric;
    Double rank = RANKS.get(name);
    return rank == null ? OptionalDouble.empty() : OptionalDouble.of(rank);
  }
}
