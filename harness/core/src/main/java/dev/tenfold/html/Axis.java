package dev.tenfold.html;

import java.util.Arrays;

/**
 * A straight line on which numbers have their places.
 *
 * @param low the number at its beginning; finite
 * @param high the number at its end; finite, above {@code low}
 */
record Axis(double low, double high) {
  /** How much longer an axis is at each end than what lies on it. */
  private static final double ROOM = 0.08;

  /** Beyond these, sums and products of numbers could leave what a double holds. */
  private static final double LARGEST = 1e200;

  private static final double SHORTEST = 1e-200;

  Axis {
    if (!(low < high) || Double.isInfinite(high - low)) {
      throw new IllegalArgumentException("No axis runs from " + low + " to " + high + ".");
    }
  }

  /**
   * An axis on which all of these numbers lie; those that are infinite or absurdly large are left
   * out.
   *
   * @param shortest how long it is at least
   */
  static Axis around(double[] values, double shortest) {
    double[] sane = Arrays.stream(values).filter(v -> Math.abs(v) < LARGEST).toArray();
    double low = Arrays.stream(sane).min().orElse(0);
    double high = Arrays.stream(sane).max().orElse(0);
    // Longer than the last digit of its numbers, or there would be no place between its ends.
    double least = Math.max(Math.max(shortest, SHORTEST), 1e-9 * Math.max(-low, high));
    double length = Math.max(high - low, least);
    double room = (length - (high - low)) / 2 + ROOM * length;
    return new Axis(low - room, high + room);
  }

  /** The place of a number: 0 at the beginning, 1 at the end; what lies beyond is at that end. */
  double at(double value) {
    return Math.max(0, Math.min(1, (value - low) / (high - low)));
  }

  boolean holds(double value) {
    return low <= value && value <= high;
  }

  /** The place in per cent from the left. */
  String across(double value) {
    return coordinate(100 * at(value));
  }

  /** The width between two places in per cent. */
  String width(double from, double to) {
    return coordinate(100 * (at(to) - at(from)));
  }

  /** The place in pixels from the top of a drawing of this height, in which up is more. */
  String down(double value, int height) {
    return coordinate(height * (1 - at(value)));
  }

  /** A coordinate with two decimals at most, the same in every locale. */
  static String coordinate(double value) {
    double rounded = Math.rint(value * 100) / 100;
    long whole = (long) rounded;
    return whole == rounded ? Long.toString(whole) : Double.toString(rounded);
  }
}
