package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ContrastTest {
  private static final double KNOWN = Double.POSITIVE_INFINITY;

  @Test
  void oneSidedPAreTheTailsOfT() {
    // With two degrees of freedom P(T > t) = 1/2 - t / (2 sqrt(2 + t^2)); at t = 2 that is 0.0918.
    Contrast contrast = new Contrast(0.06, 0.03, 2);
    double tail = 0.5 - 1 / Math.sqrt(6);
    assertThat(contrast.t()).isEqualTo(2);
    assertThat(contrast.pGreater()).isCloseTo(tail, within(1e-14));
    assertThat(contrast.pLess()).isCloseTo(1 - tail, within(1e-14));
    assertThat(contrast.pTwoSided()).isCloseTo(2 * tail, within(1e-14));
  }

  @Test
  void anEstimateThatIsExactlyNothingHasPOne() {
    Contrast nothing = new Contrast(0, 0, 4);
    assertThat(nothing.t()).isZero();
    assertThat(nothing.pGreater()).isEqualTo(1);
    assertThat(nothing.pLess()).isEqualTo(1);
    assertThat(nothing.pTwoSided()).isEqualTo(1);
    assertThat(nothing.interval(0.95)).isEqualTo(new Interval(0, 0));
    assertThat(nothing.pEquivalent(-0.05, 0.05)).isZero();
  }

  @Test
  void anEstimateOfNothingWithASpreadHasTheMiddleP() {
    Contrast even = new Contrast(0, 0.1, 4);
    assertThat(even.pGreater()).isCloseTo(0.5, within(1e-15));
    assertThat(even.pTwoSided()).isCloseTo(1, within(1e-15));
  }

  @Test
  void swappingTheSidesSwapsEverything() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      Contrast one = any(random);
      Contrast other = new Contrast(-one.estimate(), one.standardError(), one.degreesOfFreedom());
      assertThat(other.pGreater()).isEqualTo(one.pLess());
      assertThat(other.pTwoSided()).isEqualTo(one.pTwoSided());
      assertThat(other.pEquivalent(-0.02, 0.05)).isEqualTo(one.pEquivalent(-0.05, 0.02));
      assertThat(other.interval(0.9).low()).isEqualTo(-one.interval(0.9).high());
      assertThat(one.pGreater() + one.pLess()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void anIntervalHoldsTheEstimateAndWhatIsNotRejected() {
    Random random = new Random(12);
    for (int i = 0; i < 500; i++) {
      Contrast contrast = any(random);
      double level = 0.5 + 0.499 * random.nextDouble();
      Interval interval = contrast.interval(level);
      assertThat(interval.contains(contrast.estimate())).isTrue();
      assertThat(interval.contains(0)).isEqualTo(contrast.pTwoSided() > 1 - level);
      assertThat(interval.halfWidth()).isLessThan(contrast.interval(0.9995).halfWidth());
    }
  }

  @Test
  void equivalenceAtFivePercentIsTheNinetyPercentIntervalWithinTheMargins() {
    Random random = new Random(13);
    int equivalent = 0;
    for (int i = 0; i < 500; i++) {
      Contrast contrast = any(random);
      Interval interval = contrast.interval(0.9);
      boolean within = interval.low() > -0.05 && interval.high() < 0.05;
      assertThat(contrast.pEquivalent(-0.05, 0.05) < 0.05).isEqualTo(within);
      equivalent += within ? 1 : 0;
    }
    assertThat(equivalent).isBetween(50, 450);
  }

  @Test
  void wideningAddsVariancesAndWeighsDegreesOfFreedom() {
    // Equal variances of 4 degrees of freedom each: Welch and Satterthwaite give 4 + 4.
    Contrast twice = new Contrast(0.1, 3, 4).widened(3, 4);
    assertThat(twice.estimate()).isEqualTo(0.1);
    assertThat(twice.standardError()).isCloseTo(3 * Math.sqrt(2), within(1e-14));
    assertThat(twice.degreesOfFreedom()).isCloseTo(8, within(1e-12));
    // A known variance of the same size: (1 + 1)^2 / (1 / 4).
    assertThat(new Contrast(0.1, 3, 4).widened(3, KNOWN).degreesOfFreedom())
        .isCloseTo(16, within(1e-12));
  }

  @Test
  void wideningByNothingChangesNothing() {
    Contrast contrast = new Contrast(0.1, 0.02, 5);
    assertThat(contrast.widened(0, 3)).isEqualTo(contrast);
    assertThat(new Contrast(0, 0, 5).widened(0, 3)).isEqualTo(new Contrast(0, 0, 5));
    assertThat(new Contrast(0.1, 0.02, KNOWN).widened(0.03, KNOWN).degreesOfFreedom())
        .isEqualTo(KNOWN);
  }

  @Test
  void theSmallestVisibleDifferenceIsTheTextbooksWhereTheErrorIsKnown() {
    // z(0.95) + z(0.8) = 1.644854 + 0.841621.
    assertThat(new Contrast(0, 2, KNOWN).smallestVisible(0.05, 0.8))
        .isCloseTo(2 * 2.486475, within(2e-6));
    assertThat(new Contrast(0.3, 2, 4).smallestVisible(0.05, 0.8))
        .as("t(0.95, 4) + t(0.8, 4) = 2.131847 + 0.940965, whatever the estimate")
        .isCloseTo(2 * 3.072812, within(2e-6));
  }

  @Test
  void refusesWhatIsNoEstimate() {
    double[][] bad = {
      {Double.NaN, 1, 1},
      {KNOWN, 1, 1},
      {0, -1e-9, 1},
      {0, Double.NaN, 1},
      {0, KNOWN, 1},
      {0, 1, 0},
      {0, 1, -1},
      {0, 1, Double.NaN}
    };
    for (double[] b : bad) {
      assertThatThrownBy(() -> new Contrast(b[0], b[1], b[2]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    Contrast good = new Contrast(0, 1, 4);
    assertThatThrownBy(() -> good.interval(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> good.pEquivalent(0.1, -0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> good.smallestVisible(0.5, 0.8))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> good.smallestVisible(0.05, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> good.widened(-1, 4)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pIsPreciseWhereItIsTiny() {
    // With two degrees of freedom the tail at t = 1e6 is 5e-13, far below what 1 - cdf can hold.
    assertThat(new Contrast(1e6, 1, 2).pGreater())
        .isCloseTo(5e-13, Percentage.withPercentage(1e-8));
  }

  private static Contrast any(Random random) {
    double standardError = 0.001 + 0.05 * random.nextDouble();
    return new Contrast(
        standardError * random.nextGaussian(), standardError, 1 + 20 * random.nextDouble());
  }
}
