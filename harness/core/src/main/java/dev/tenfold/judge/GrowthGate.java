package dev.tenfold.judge;

import dev.tenfold.growth.Fit;
import dev.tenfold.growth.Growth;
import dev.tenfold.stats.Contrast;
import dev.tenfold.stats.Multiplicity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Claims that a benchmark grows in another order than it did.
 *
 * <p>Such a change is never small, so it is claimed only where it is plain in three ways: the two
 * fits name different orders and are confident of them; the slope is at least half of what lies
 * between those orders; and the slope is sure at a tenth of the error that is allowed for the rows,
 * all benchmarks with sizes judged together, so that the suite's chance of a false alarm is not
 * raised by more than that.
 */
final class GrowthGate {
  private static final double CONFIDENT = 0.8;
  private static final double SHARE_OF_ALPHA = 0.1;
  private static final double SHARE_OF_SLOPE = 0.5;

  private final Policy policy;

  GrowthGate(Policy policy) {
    this.policy = policy;
  }

  List<Finding> findings(List<Growth> growths) {
    List<Growth> compared =
        growths.stream().filter(growth -> growth.steeper().isPresent()).toList();
    double[] worse = corrected(compared, Contrast::pGreater);
    double[] better = corrected(compared, Contrast::pLess);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < worse.length; i++) {
      Growth growth = compared.get(i);
      if (isPlain(growth) && Math.min(worse[i], better[i]) <= SHARE_OF_ALPHA * policy.alpha()) {
        findings.add(finding(growth));
      }
    }
    return findings;
  }

  private static double[] corrected(List<Growth> growths, ToDoubleFunction<Contrast> p) {
    return Multiplicity.holm(
        growths.stream().mapToDouble(each -> p.applyAsDouble(each.steeper().get())).toArray());
  }

  private static boolean isPlain(Growth growth) {
    Fit was = growth.base().orElseThrow();
    double expected = growth.expectedSteeper();
    double seen = growth.steeper().orElseThrow().estimate();
    return was.order() != growth.head().order()
        && Math.min(was.confidence(), growth.head().confidence()) >= CONFIDENT
        && seen * Math.signum(expected) >= SHARE_OF_SLOPE * Math.abs(expected);
  }

  private static Finding finding(Growth growth) {
    Fit was = growth.base().orElseThrow();
    boolean worse = growth.head().order().compareTo(was.order()) > 0;
    String because =
        "Its time grew as %s with %s and grows as %s now: from one size to the next, surely %s."
            .formatted(
                was.order().text(),
                growth.param(),
                growth.head().order().text(),
                worse ? "steeper" : "flatter");
    return new Finding(
        growth.largest(),
        Subject.GROWTH,
        worse ? Outcome.REGRESSED : Outcome.IMPROVED,
        because,
        Optional.empty());
  }
}
