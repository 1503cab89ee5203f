package dev.tenfold.judge;

import dev.tenfold.judge.Finding.Evidence;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The largest loss that a waiver lets pass. Written as {@link #toString} has it.
 *
 * @param amount above 0: a fraction of the base (0.15 lets a time rise, and a throughput fall, by
 *     15 %), or bytes an operation
 * @param inBytes which of the two. What allocated nothing has no fraction, so allocation needs both
 */
public record Ceiling(double amount, boolean inBytes) {
  /** The largest fraction that can be let pass: what got eleven times slower is no bargain. */
  public static final double MOST = 10;

  public Ceiling {
    if (!(amount > 0) || (!inBytes && amount > MOST)) {
      throw new IllegalArgumentException("There is no ceiling of " + amount);
    }
  }

  /** Whether a loss is no larger. */
  boolean covers(Evidence evidence) {
    return inBytes ? bytes(evidence, evidence.change()) <= amount : loss(evidence) <= amount;
  }

  private static double bytes(Evidence evidence, double change) {
    return Math.abs(change) * evidence.difference().metric().unit().scale();
  }

  private static double loss(Evidence evidence) {
    double change = Math.abs(evidence.change());
    return switch (evidence.difference().scale()) {
      case LOG_RATIO -> change;
      case DIFFERENCE -> change / Math.abs(evidence.base()); // of nothing: infinite
    };
  }

  /** In per cent or bytes, for example {@code 15 %} or {@code 24 B/op}. */
  @Override
  public String toString() {
    BigDecimal shown = new BigDecimal(inBytes ? amount : 100 * amount);
    String number = shown.setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    return number + (inBytes ? " B/op" : " %");
  }
}
