package dev.tenfold.check;

import dev.tenfold.store.Calibrations.Kept;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneOffset;

/** Says how far a machine is known to see. */
final class Calibrated {
  private Calibrated() {}

  static String note(Kept kept) {
    String seen =
        kept.smallestVisible().isPresent()
            ? "smallest visible change %s %% in the middle benchmark"
                .formatted(percent(kept.smallestVisible().getAsDouble()))
            : "no change is surely visible in the middle benchmark";
    return "On this machine, calibrated %s: %s, false alarms in %s of %s simulated suites."
        .formatted(
            kept.at().atZone(ZoneOffset.UTC).toLocalDate(), seen, kept.alarms(), kept.suites());
  }

  private static String percent(double fraction) {
    return new BigDecimal(fraction).movePointRight(2).round(new MathContext(2)).toPlainString();
  }
}
