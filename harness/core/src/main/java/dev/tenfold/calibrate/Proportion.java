package dev.tenfold.calibrate;

import dev.tenfold.stats.Interval;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * So many of so many.
 *
 * @param count from 0 to {@code of}
 * @param of how many there were; may be 0, and then nothing is known of the share
 */
public record Proportion(long count, long of) {
  private static final double TAIL = 0.025;

  public Proportion {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException(count + " of " + of + " is no proportion.");
    }
  }

  /** The share; 0 of none. */
  public double share() {
    return of == 0 ? 0 : (double) count / of;
  }

  /**
   * The interval at 95 % of Clopper and Pearson (The Use of Confidence or Fiducial Limits,
   * Biometrika 1934), which is never too narrow for independent draws. It holds what the drawing
   * left to chance, and not that other benchmarks would have given another share.
   */
  public Interval interval() {
    double low = count == 0 ? 0 : beta(count, of - count + 1).inverseCumulativeProbability(TAIL);
    double high =
        count == of ? 1 : beta(count + 1, of - count).inverseCumulativeProbability(1 - TAIL);
    return new Interval(low, high);
  }

  private static BetaDistribution beta(double a, double b) {
    return new BetaDistribution(null, a, b);
  }
}
