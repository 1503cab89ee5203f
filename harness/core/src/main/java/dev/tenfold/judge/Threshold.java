package dev.tenfold.judge;

/**
 * The smallest change that counts, however sure a smaller one is.
 *
 * @param relative to the base, for example 0.03 for 3 %; not negative
 * @param absolute in the metric's unit; 0 for none. Where both are given, a change must reach both
 */
public record Threshold(double relative, double absolute) {
  public Threshold {
    if (!(relative >= 0) || !(absolute >= 0)) {
      throw new IllegalArgumentException(
          "A threshold is not negative: %s, %s".formatted(relative, absolute));
    }
  }
}
