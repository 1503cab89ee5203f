package dev.tenfold.judge;

import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Scale;

/**
 * Threshold and equivalence margin of one difference, on the scale of its estimates.
 *
 * @param worse an estimate from here up counts as a loss; not negative
 * @param better an estimate from here down counts as a gain; not positive
 * @param equalLow the lower end of what counts as unchanged
 * @param equalHigh its upper end
 */
public record Margins(double worse, double better, double equalLow, double equalHigh) {

  static Margins of(Difference difference, Threshold threshold, double equivalence) {
    if (difference.scale() == Scale.LOG_RATIO) {
      double absolute = threshold.absolute() / difference.base().typical();
      double worse = Math.log1p(Math.max(threshold.relative(), absolute));
      return new Margins(worse, -worse, -Math.log1p(equivalence), Math.log1p(equivalence));
    }
    double level = Math.abs(difference.base().typical());
    double worse = Math.max(threshold.relative() * level, threshold.absolute());
    // Of a nearly deterministic number, equal means below what would count as a change.
    double equal = difference.metric().isAllocation() ? worse : equivalence * level;
    return new Margins(worse, -worse, -equal, equal);
  }
}
