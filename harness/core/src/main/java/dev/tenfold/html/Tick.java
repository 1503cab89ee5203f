package dev.tenfold.html;

import dev.tenfold.report.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A round number beside an axis that stands upright.
 *
 * @param y its place in pixels
 * @param text the number
 */
record Tick(String y, String text) {
  /** So many pixels between them keep them from being a ruler. */
  private static final int APART = 45;

  /** Levels in the unit for reading. */
  static List<Tick> levels(Axis axis, int height, Figures figures) {
    double one = figures.scaled(1);
    return round(axis.low() * one, axis.high() * one, height)
        .map(level -> new Tick(axis.down(level.doubleValue() / one, height), plain(level)))
        .toList();
  }

  /** Changes in per cent on an axis of logarithms of ratios. */
  static List<Tick> changes(Axis axis, int height) {
    return round(100 * Math.expm1(axis.low()), 100 * Math.expm1(axis.high()), height)
        .filter(change -> change.doubleValue() > -100)
        .map(
            change ->
                new Tick(
                    axis.down(Math.log1p(change.doubleValue() / 100), height),
                    (change.signum() > 0 ? "+" : "") + plain(change) + " %"))
        .toList();
  }

  /** Shares in per cent. */
  static List<Tick> shares(Axis axis, int height) {
    return round(100 * axis.low(), 100 * axis.high(), height)
        .map(share -> new Tick(axis.down(share.doubleValue() / 100, height), plain(share) + " %"))
        .toList();
  }

  /** The multiples of 1, 2 or 5 times a power of ten, as many as the height has room for. */
  private static Stream<BigDecimal> round(double low, double high, int height) {
    double least = (high - low) / Math.max(3, height / APART);
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(least)));
    BigDecimal step =
        Stream.of(1, 2, 5, 10)
            .map(times -> power.multiply(BigDecimal.valueOf(times)))
            .filter(candidate -> candidate.doubleValue() >= 0.999 * least)
            .findFirst()
            .orElseThrow();
    return LongStream.rangeClosed(
            (long) Math.ceil(low / step.doubleValue()),
            (long) Math.floor(high / step.doubleValue()))
        .mapToObj(times -> step.multiply(BigDecimal.valueOf(times)));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
