package dev.tenfold.judge;

import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Difference.Estimates;
import dev.tenfold.compare.Kind;
import dev.tenfold.compare.Scale;
import dev.tenfold.compare.Warning;
import dev.tenfold.judge.Finding.Estimator;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.run.Better;
import dev.tenfold.stats.Contrast;
import dev.tenfold.stats.ForksNeeded;
import dev.tenfold.stats.Interval;
import java.util.Locale;
import java.util.Optional;

/** Comes to a finding on one difference whose p-values have been corrected. */
final class Reckoning {
  private static final double CONFIDENCE = 0.95;
  private static final double POWER = 0.8;

  private final Difference difference;
  private final Estimates estimates;
  private final Policy policy;
  private final Margins margins;

  Reckoning(Difference difference, Policy policy, Kind kind) {
    this.difference = difference;
    this.estimates = difference.estimates().orElseThrow();
    this.policy = policy;
    this.margins = policy.margins(difference, kind);
  }

  /**
   * The finding.
   *
   * @param pWorse that nothing got worse, corrected
   * @param pBetter that nothing got better, corrected
   */
  Finding finding(double pWorse, double pBetter) {
    Estimator loss =
        estimates.mean().pGreater() < estimates.quartile().pGreater()
            ? Estimator.MEAN
            : Estimator.QUARTILE;
    if (pWorse <= policy.alpha() && contrast(loss).estimate() >= margins.worse()) {
      return finding(
          Outcome.REGRESSED, loss, pWorse, "Worse by at least the threshold, and surely.");
    }
    Estimator gain =
        estimates.mean().pLess() < estimates.quartile().pLess()
            ? Estimator.MEAN
            : Estimator.QUARTILE;
    if (pBetter <= policy.alpha() && contrast(gain).estimate() <= margins.better()) {
      return finding(
          Outcome.IMPROVED, gain, pWorse, "Better by at least the threshold, and surely.");
    }
    Contrast quiet = estimates.quartile();
    if (quiet.pEquivalent(margins.equalLow(), margins.equalHigh()) <= policy.alpha()) {
      return finding(
          Outcome.UNCHANGED, Estimator.QUARTILE, pWorse, "Surely within the equivalence margin.");
    }
    return finding(Outcome.INCONCLUSIVE, Estimator.QUARTILE, pWorse, undecided());
  }

  private String undecided() {
    Sight sight = sight();
    String forks =
        sight.forksNeeded().isPresent()
            ? "about %s forks on each side would decide".formatted(sight.forksNeeded().getAsInt())
            : "no sensible number of forks would decide; find out what makes it so noisy";
    return "Neither a change nor its absence is sure; %s.".formatted(forks);
  }

  private Contrast contrast(Estimator estimator) {
    return estimator == Estimator.MEAN ? estimates.mean() : estimates.quartile();
  }

  private Finding finding(Outcome outcome, Estimator estimator, double p, String because) {
    Contrast contrast = contrast(estimator);
    Interval worse = contrast.interval(CONFIDENCE);
    // A loss of a throughput is a fall of its number: the ends of the interval change places.
    boolean flip = difference.metric().better() == Better.HIGHER;
    Interval own = flip ? new Interval(-worse.high(), -worse.low()) : worse;
    double estimate = flip ? -contrast.estimate() : contrast.estimate();
    boolean ratio = difference.scale() == Scale.LOG_RATIO;
    Evidence evidence =
        new Evidence(
            difference,
            estimator,
            ratio ? Math.expm1(estimate) : estimate,
            ratio ? own.map(Math::expm1) : own,
            p,
            sight());
    return new Finding(difference.id(), outcome, because, Optional.of(evidence));
  }

  private Sight sight() {
    Contrast quiet = estimates.quartile();
    int base = difference.base().forks();
    int head = difference.head().forks();
    double perFork = quiet.standardError() / Math.sqrt(1.0 / base + 1.0 / head);
    double visible = quiet.smallestVisible(policy.alpha(), POWER);
    boolean ratio = difference.scale() == Scale.LOG_RATIO;
    // A loss of a throughput is seen as a fall of it: half the speed is -50 %, not +100 %.
    boolean fall = difference.metric().better() == Better.HIGHER;
    double share = fall ? -Math.expm1(-visible) : Math.expm1(visible);
    return new Sight(
        ratio ? share : visible,
        ForksNeeded.perSide(margins.equalHigh(), perFork, policy.alpha(), POWER));
  }

  static Finding warned(Finding finding, Warning warning) {
    Optional<Evidence> evidence =
        finding
            .evidence()
            .map(
                e ->
                    new Evidence(
                        e.difference().with(warning),
                        e.estimator(),
                        e.change(),
                        e.interval(),
                        e.p(),
                        e.sight()));
    String because =
        finding.because().replaceFirst("\\.$", "")
            + "; "
            + warning.text().toLowerCase(Locale.ROOT)
            + ".";
    return new Finding(finding.id(), finding.outcome(), because, evidence);
  }
}
