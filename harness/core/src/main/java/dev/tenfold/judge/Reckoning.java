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
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** Comes to a finding on one difference whose p-values have been corrected. */
final class Reckoning {
  private static final double CONFIDENCE = 0.95;
  private static final double POWER = 0.8;

  private final Difference difference;
  private final Estimates estimates;
  private final Policy policy;
  private final Margins margins;

  Reckoning(Difference difference, Policy policy) {
    this.difference = difference;
    this.estimates = difference.estimates().orElseThrow();
    this.policy = policy;
    this.margins = policy.margins(difference);
  }

  /**
   * The finding.
   *
   * @param pWorse that nothing got worse, corrected
   * @param pBetter that nothing got better, corrected
   */
  Finding finding(double pWorse, double pBetter) {
    if (pWorse <= policy.alpha()) {
      Estimator loss = smaller(Contrast::pGreater);
      if (contrast(loss).estimate() >= margins.worse()) {
        return finding(
            Outcome.REGRESSED, loss, pWorse, "Worse by at least the threshold, and surely.");
      }
    }
    if (pBetter <= policy.alpha()) {
      Estimator gain = smaller(Contrast::pLess);
      if (contrast(gain).estimate() <= margins.better()) {
        return finding(
            Outcome.IMPROVED, gain, pWorse, "Better by at least the threshold, and surely.");
      }
    }
    return isEquivalent()
        ? finding(
            Outcome.UNCHANGED, Estimator.QUARTILE, pWorse, "Surely within the equivalence margin.")
        : finding(Outcome.INCONCLUSIVE, Estimator.QUARTILE, pWorse, undecided(pWorse, pBetter));
  }

  private Estimator smaller(ToDoubleFunction<Contrast> p) {
    return p.applyAsDouble(estimates.mean()) < p.applyAsDouble(estimates.quartile())
        ? Estimator.MEAN
        : Estimator.QUARTILE;
  }

  /**
   * Two one-sided tests at alpha both reject if, and only if, the interval at 1 - 2 alpha lies
   * within the margins (Schuirmann 1987). The mean is too noisy for that; but where it lies
   * outside, what is sure of the quartile is not sure of the benchmark.
   */
  private boolean isEquivalent() {
    Interval sure = estimates.quartile().interval(1 - 2 * policy.alpha() * estimates.share());
    return sure.low() >= margins.equalLow()
        && sure.high() <= margins.equalHigh()
        && estimates.mean().estimate() >= margins.equalLow()
        && estimates.mean().estimate() <= margins.equalHigh();
  }

  /**
   * The reach of the interval that {@link #isEquivalent} asks, in halves of the margin: at 1 a
   * benchmark that did not change nearly always is called so.
   */
  double vagueness() {
    double reach = estimates.quartile().interval(1 - 2 * policy.alpha()).halfWidth();
    return 4 * reach / (margins.equalHigh() - margins.equalLow());
  }

  private String undecided(double pWorse, double pBetter) {
    if (Math.min(pWorse, pBetter) <= policy.alpha()) {
      return "There surely is a change, but it is below the threshold and may be beyond the margin of"
          + " what counts as unchanged.";
    }
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
    boolean pairs = difference.kind() == Kind.TURNS;
    double perFork =
        quiet.standardError() / Math.sqrt(pairs ? 1.0 / base : 1.0 / base + 1.0 / head);
    double visible = quiet.smallestVisible(policy.alpha(), POWER);
    boolean ratio = difference.scale() == Scale.LOG_RATIO;
    // A loss of a throughput is seen as a fall of it: half the speed is -50 %, not +100 %.
    boolean fall = difference.metric().better() == Better.HIGHER;
    double share = fall ? -Math.expm1(-visible) : Math.expm1(visible);
    OptionalInt needed =
        margins.equalHigh() > 0 ? needed(pairs, margins.equalHigh(), perFork) : OptionalInt.empty();
    return new Sight(ratio ? share : visible, needed);
  }

  private OptionalInt needed(boolean pairs, double change, double spread) {
    return pairs
        ? ForksNeeded.pairs(change, spread, policy.alpha(), POWER)
        : ForksNeeded.perSide(change, spread, policy.alpha(), POWER);
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
