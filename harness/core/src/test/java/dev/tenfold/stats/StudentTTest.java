package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class StudentTTest {
  private static final double NORMAL = Double.POSITIVE_INFINITY;

  @Test
  void agreesWithTheClosedFormsForOneAndTwoDegreesOfFreedom() {
    for (double t : new double[] {-40, -3, -0.5, 0, 0.1, 1, 7}) {
      double cauchy = 0.5 + Math.atan(t) / Math.PI;
      double two = 0.5 + t / (2 * Math.sqrt(2 + t * t));
      assertThat(StudentT.cdf(t, 1)).isCloseTo(cauchy, within(1e-13));
      assertThat(StudentT.cdf(t, 2)).isCloseTo(two, within(1e-13));
    }
  }

  @Test
  void keepsItsPrecisionFarIntoTheLowerTail() {
    // For two degrees of freedom and a large t the tail is 1 / (2 t^2) (1 - 3 / (2 t^2) ...).
    assertThat(StudentT.cdf(-1e6, 2)).isCloseTo(5e-13, Percentage.withPercentage(1e-8));
  }

  @Test
  void quantilesInvertTheDistribution() {
    for (double df : new double[] {0.8, 1, 2.2, 4, 8, 38, 1e6, 1e10, NORMAL}) {
      for (double p : new double[] {1e-9, 1e-4, 0.05, 0.5, 0.8, 0.975, 0.9999}) {
        double t = StudentT.quantile(p, df);
        assertThat(StudentT.cdf(t, df))
            .as("p %s, df %s", p, df)
            .isCloseTo(p, Percentage.withPercentage(1e-5));
      }
    }
  }

  @Test
  void theQuantileForFourDegreesOfFreedomFulfilsTheClosedForm() {
    double t = StudentT.quantile(0.95, 4);
    double square = t * t / (1 + t * t / 4);
    double p = 0.5 + 0.375 * t / Math.sqrt(1 + t * t / 4) * (1 - square / 12);
    assertThat(p).isCloseTo(0.95, within(1e-14));
  }

  @Test
  void endsInTheNormalDistributionWithoutAStep() {
    assertThat(StudentT.cdf(-1.959963984540054, NORMAL)).isCloseTo(0.025, within(1e-14));
    for (double t : new double[] {-7, -3, -1, 0, 2}) {
      assertThat(StudentT.cdf(t, 0.999e9))
          .isCloseTo(StudentT.cdf(t, 1e9), Percentage.withPercentage(1e-4));
    }
  }

  @Test
  void infiniteValuesHaveNoTail() {
    assertThat(StudentT.cdf(Double.NEGATIVE_INFINITY, 4)).isZero();
    assertThat(StudentT.cdf(Double.POSITIVE_INFINITY, 4)).isEqualTo(1);
  }

  @Test
  void hasNoQuantileAtTheEnds() {
    for (double p : new double[] {0, 1, Double.NaN}) {
      assertThatThrownBy(() -> StudentT.quantile(p, 4))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("only between 0 and 1");
    }
  }
}
