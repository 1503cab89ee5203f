package dev.tenfold.calibrate;

import dev.tenfold.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How shares are written for people: in per cent, the same in every locale. */
final class Percent {
  private Percent() {}

  /** Three digits that count, without those that say nothing: {@code 5 %}, {@code 0.123 %}. */
  static String of(double fraction) {
    BigDecimal percent = new BigDecimal(fraction).movePointRight(2).round(new MathContext(3));
    return percent.stripTrailingZeros().toPlainString() + " %";
  }

  /** The share with its interval, for example {@code 3.1 % [2.1, 4.4]}; a dash of none. */
  static String of(Proportion proportion) {
    if (proportion.of() == 0) {
      return "-";
    }
    Interval interval = proportion.interval();
    int decimals = interval.halfWidth() < 0.001 ? 3 : 1;
    return fixed(proportion.share(), decimals)
        + " % ["
        + fixed(interval.low(), decimals)
        + ", "
        + fixed(interval.high(), decimals)
        + "]";
  }

  /** A change with its interval, for example {@code +0.4 % [-1.2, +2.0]}. */
  static String signed(double change, Interval interval) {
    return signed(change) + " % [" + signed(interval.low()) + ", " + signed(interval.high()) + "]";
  }

  private static String signed(double change) {
    String text = fixed(change, 1);
    return change > 0 ? "+" + text : text;
  }

  /** With one decimal, without interval; a dash of none. */
  static String brief(Proportion proportion) {
    return proportion.of() == 0 ? "-" : fixed(proportion.share(), 1) + " %";
  }

  private static String fixed(double fraction, int decimals) {
    return new BigDecimal(fraction)
        .movePointRight(2)
        .setScale(decimals, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
