package dev.tenfold.jmh;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Numbers and how often each was seen, with the statistics that JMH prints of them. JMH's own two
 * classes, one for lists and one for histograms, follow the same formulas.
 */
final class Histogram {
  private final SortedMap<Double, Long> counts = new TreeMap<>();
  private long size;

  /** Adds a number that was seen so often; never seen adds nothing. */
  void add(double value, long count) {
    if (count > 0) {
      counts.merge(value, count, Long::sum);
      size = Math.addExact(size, count);
    }
  }

  void addAll(Histogram other) {
    other.counts.forEach(this::add);
  }

  /** How many numbers there are, equal ones included. */
  long size() {
    return size;
  }

  /** How many different numbers there are. */
  int distinct() {
    return counts.size();
  }

  double sum() {
    double sum = 0;
    for (Map.Entry<Double, Long> each : counts.entrySet()) {
      sum += each.getKey() * each.getValue();
    }
    return sum;
  }

  /** NaN of nothing. */
  double mean() {
    return sum() / size;
  }

  double min() {
    return size == 0 ? Double.NaN : counts.firstKey();
  }

  double max() {
    return size == 0 ? Double.NaN : counts.lastKey();
  }

  /** The standard deviation of a sample, by n - 1; NaN of fewer than two numbers. */
  double deviation() {
    double mean = mean();
    double squares = 0;
    for (Map.Entry<Double, Long> each : counts.entrySet()) {
      squares += Math.pow(each.getKey() - mean, 2) * each.getValue();
    }
    return size < 2 ? Double.NaN : Math.sqrt(squares / (size - 1));
  }

  /**
   * The percentile by JMH's rule, Hyndman and Fan's definition 6: linear between order statistics
   * at p (n + 1), the smallest and the largest number beyond them.
   *
   * @param rank 0 to 100
   * @return NaN of nothing
   */
  double percentile(double rank) {
    double position = rank * (size + 1) / 100;
    if (size == 0 || position < 1) {
      return min();
    }
    if (position >= size) {
      return max();
    }
    long below = (long) Math.floor(position);
    double lower = Double.NaN;
    long passed = 0;
    for (Map.Entry<Double, Long> each : counts.entrySet()) {
      boolean isLower = passed < below && passed + each.getValue() >= below;
      passed += each.getValue();
      if (isLower) {
        lower = each.getKey();
      }
      if (passed > below) {
        return lower + (each.getKey() - lower) * (position - below);
      }
    }
    throw new IllegalStateException("The counts of a histogram are fewer than its size.");
  }
}
