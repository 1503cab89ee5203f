package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class VariancePriorTest {
  @Test
  void thePosteriorIsTheMeanWeighedByDegreesOfFreedom() {
    assertThat(new VariancePrior(2, 10).posterior(4, 4))
        .isCloseTo((2 * 10 + 4 * 4) / 6.0, within(1e-14));
  }

  @Test
  void aPriorOfInfiniteWorthLeavesNothingToTheBenchmark() {
    VariancePrior certain = new VariancePrior(Double.POSITIVE_INFINITY, 10);
    assertThat(certain.posterior(4, 4)).isEqualTo(10);
    Contrast contrast = certain.moderated(new double[] {1, 2}, new double[] {3, 4});
    assertThat(contrast.standardError()).isCloseTo(Math.sqrt(10), within(1e-14));
    assertThat(contrast.degreesOfFreedom()).isInfinite();
  }

  @Test
  void aWorthlessPriorGivesStudentsT() {
    double[] base = {1, 2, 3};
    double[] head = {3, 4, 6};
    Contrast moderated = new VariancePrior(1e-9, 10).moderated(base, head);
    assertThat(moderated.t())
        .isCloseTo(Contrasts.pooled(base, head, 0).t(), Percentage.withPercentage(1e-5));
  }

  @Test
  void findsThePriorThatTheVariancesWereDrawnFrom() {
    // s0^2 d0 / chi^2(d0), seen through chi^2(4) / 4.
    Random random = new Random(61);
    double[] variances =
        IntStream.range(0, 20_000)
            .mapToDouble(i -> 0.03 * 6 / chiSquare(6, random) * chiSquare(4, random) / 4)
            .toArray();
    VariancePrior prior = VariancePrior.fit(variances, 4);
    assertThat(prior.degreesOfFreedom()).isCloseTo(6, within(0.6));
    assertThat(prior.variance()).isCloseTo(0.03, within(0.001));
  }

  @Test
  void scalingTheVariancesScalesThePrior() {
    double[] variances = {1e-4, 3e-5, 8e-3, 2e-4, 6e-4};
    double[] scaled = {1e2, 3e1, 8e3, 2e2, 6e2};
    VariancePrior prior = VariancePrior.fit(variances, 4);
    VariancePrior larger = VariancePrior.fit(scaled, 4);
    assertThat(larger.degreesOfFreedom()).isCloseTo(prior.degreesOfFreedom(), within(1e-9));
    assertThat(larger.variance() / 1e6)
        .isCloseTo(prior.variance(), Percentage.withPercentage(1e-7));
  }

  @Test
  void variancesThatDifferByNoMoreThanChanceGiveAPriorOfInfiniteWorth() {
    VariancePrior prior = VariancePrior.fit(new double[] {1, 1.01, 0.99}, 4);
    assertThat(prior.degreesOfFreedom()).isInfinite();
    // ln chi^2(4) / 4 has mean digamma(2) - ln 2 = 1 - 0.577216 - 0.693147.
    assertThat(prior.variance()).isCloseTo(Math.exp(0.270363), Percentage.withPercentage(0.01));
  }

  @Test
  void refusesVariancesThatHaveNoLogarithm() {
    assertThatThrownBy(() -> VariancePrior.fit(new double[] {1, 0, 2}, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VariancePrior.fit(new double[] {1}, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VariancePrior(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VariancePrior(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double chiSquare(int df, Random random) {
    return IntStream.range(0, df).mapToDouble(i -> Math.pow(random.nextGaussian(), 2)).sum();
  }
}
