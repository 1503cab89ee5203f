package dev.tenfold.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * All numbers from low to high, both included.
 *
 * @param low the lower end; negative infinity when nothing bounds it
 * @param high the upper end, not below {@code low}; infinity when nothing bounds it
 */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("No interval runs from " + low + " to " + high + ".");
    }
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Half the distance between the ends: what stands behind a plus-or-minus sign. */
  public double halfWidth() {
    return (high - low) / 2;
  }

  /**
   * The interval of the images: {@code map(Math::exp)} turns an interval of logarithms into one of
   * ratios.
   *
   * @param increasing never falls where its argument rises, at least between the ends
   */
  public Interval map(DoubleUnaryOperator increasing) {
    return new Interval(increasing.applyAsDouble(low), increasing.applyAsDouble(high));
  }
}
