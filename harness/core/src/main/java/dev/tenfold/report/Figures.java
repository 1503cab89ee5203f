package dev.tenfold.report;

import dev.tenfold.run.Unit;
import dev.tenfold.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * How numbers are written for people: the same in every locale, with four digits that count, and
 * all numbers that stand side by side in one unit.
 */
public final class Figures {
  /** A unit for reading; {@code size} of the dimension's own unit (s/op, ops/s, B/op) are one. */
  private record Step(double size, String text) {}

  private static final String SINGLE_BYTES = " B/op";

  private static final List<Step> TIMES =
      List.of(
          new Step(1, " s/op"),
          new Step(1e-3, " ms/op"),
          new Step(1e-6, " us/op"),
          new Step(1e-9, " ns/op"));
  private static final List<Step> RATES =
      List.of(
          new Step(1e9, "G ops/s"),
          new Step(1e6, "M ops/s"),
          new Step(1e3, "k ops/s"),
          new Step(1, " ops/s"));
  private static final List<Step> BYTES =
      List.of(
          new Step(1024.0 * 1024 * 1024, " GiB/op"),
          new Step(1024.0 * 1024, " MiB/op"),
          new Step(1024.0, " KiB/op"),
          new Step(1, SINGLE_BYTES));

  /** Up to here bytes are written as they are, because in allocation every single one counts. */
  private static final double WHOLE_BYTES = 10 * 1024.0;

  private final double factor;
  private final String unit;

  private Figures(double factor, String unit) {
    this.factor = factor;
    this.unit = unit;
  }

  /**
   * How to write numbers of this unit.
   *
   * @param pivot the number that decides how large the unit for reading is
   */
  public static Figures of(Unit unit, double pivot) {
    double size = Math.abs(pivot) * unit.scale();
    return switch (unit.dimension()) {
      case TIME_PER_OPERATION -> of(unit, TIMES, size);
      case OPERATIONS_PER_TIME -> of(unit, RATES, size);
      case BYTES_PER_OPERATION -> of(unit, BYTES, size < WHOLE_BYTES ? 1 : size);
      case OTHER -> new Figures(1, " " + harmless(unit.text()));
    };
  }

  private static Figures of(Unit unit, List<Step> steps, double size) {
    Step step =
        steps.stream()
            .filter(candidate -> size >= candidate.size())
            .findFirst()
            .orElse(steps.get(steps.size() - 1));
    return new Figures(unit.scale() / step.size(), step.text());
  }

  /**
   * A unit or metric that Tenfold does not know, which may come from anywhere, in 24 letters. No
   * dot or hyphen either, and no seven digits of a revision: GitHub makes links of {@code www.},
   * {@code GH-1} and those.
   */
  static String harmless(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9/% ]|[0-9A-Fa-f]{7,}", "?");
    return plain.length() <= 24 ? plain : plain.substring(0, 24);
  }

  /** What stands behind every number, with the space before it. */
  public String unit() {
    return unit;
  }

  /** The number in the unit for reading, not yet rounded. */
  public double scaled(double value) {
    return value * factor;
  }

  /** The number alone. */
  public String number(double value) {
    double scaled = scaled(value);
    return unit.equals(SINGLE_BYTES) ? bytes(scaled) : significant(scaled);
  }

  /** The number with its sign, plus too; one that rounds to nothing has none. */
  String signed(double value) {
    String text = number(value);
    return value > 0 && !text.equals("0") ? "+" + text : text;
  }

  private static String bytes(double value) {
    if (!Double.isFinite(value)) {
      return infinite(value);
    }
    BigDecimal exact = new BigDecimal(value);
    // What is left of a byte here and there is noise, and yet tells how small it is.
    BigDecimal rounded =
        Math.abs(value) < 1 && Math.abs(value) > 0.001
            ? exact.round(new MathContext(1))
            : exact.setScale(1, RoundingMode.HALF_EVEN);
    return plain(rounded.stripTrailingZeros());
  }

  /** Four significant digits, and every digit before the point. */
  static String significant(double value) {
    if (!Double.isFinite(value)) {
      return infinite(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
    if (rounded.signum() == 0) {
      return "0";
    }
    int magnitude = rounded.precision() - rounded.scale();
    if (magnitude < -6 || magnitude > 15) {
      return rounded.toString();
    }
    int decimals = Math.max(0, 4 - magnitude);
    return plain(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
  }

  /** A number that somebody chose, as it was written. */
  public static String exact(double value) {
    return plain(BigDecimal.valueOf(value).stripTrailingZeros());
  }

  /** A fraction in per cent with its sign, for example {@code +12.4 %}. */
  public static String percent(double fraction, int decimals) {
    return signedPercent(fraction, decimals) + " %";
  }

  private static String signedPercent(double fraction, int decimals) {
    if (!Double.isFinite(fraction)) {
      return fraction > 0 ? "+inf" : infinite(fraction);
    }
    BigDecimal rounded =
        new BigDecimal(fraction).movePointRight(2).setScale(decimals, RoundingMode.HALF_EVEN);
    return (rounded.signum() > 0 ? "+" : "") + plain(rounded);
  }

  /** A relative change with its interval, for example {@code +12.4 % [+10.1, +14.8]}. */
  public static String percent(double fraction, Interval interval) {
    int decimals = decimals(interval);
    return percent(fraction, decimals)
        + " ["
        + signedPercent(interval.low(), decimals)
        + ", "
        + signedPercent(interval.high(), decimals)
        + "]";
  }

  private static int decimals(Interval interval) {
    double reach = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
    if (reach >= 10) {
      return 0;
    }
    return interval.halfWidth() < 0.001 ? 2 : 1;
  }

  /** An absolute change with its interval, for example {@code +24 B/op [+23.9, +24.1]}. */
  static String difference(double change, Interval interval, Unit unit) {
    Figures figures = of(unit, change);
    return figures.signed(change)
        + figures.unit()
        + " ["
        + figures.signed(interval.low())
        + ", "
        + figures.signed(interval.high())
        + "]";
  }

  /** A size without sign in per cent, as short as it can be, for example {@code 0.5 %}. */
  public static String share(double fraction) {
    if (!Double.isFinite(fraction)) {
      return infinite(fraction) + " %";
    }
    BigDecimal percent = new BigDecimal(fraction).movePointRight(2).round(new MathContext(3));
    return plain(percent.stripTrailingZeros()) + " %";
  }

  /** BigDecimal knows no negative zero, and so neither do the documents. */
  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }

  private static String infinite(double value) {
    return Double.isNaN(value) ? "?" : value > 0 ? "inf" : "-inf";
  }
}
