package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class CombinationTest {
  @Test
  void bonferroniIsTwiceTheSmallerAndAtMostOne() {
    assertThat(Combination.bonferroni(0.2, 0.01)).isEqualTo(0.02);
    assertThat(Combination.bonferroni(0.9, 0.6)).isEqualTo(1);
  }

  @Test
  void cauchyOfEqualPIsThatP() {
    for (double p : new double[] {1e-300, 1e-17, 1e-5, 0.3, 0.5, 0.9}) {
      assertThat(Combination.cauchy(p, p)).isCloseTo(p, Percentage.withPercentage(1e-9));
    }
  }

  @Test
  void cauchyByHand() {
    // The cotangents of pi/4 and pi/2 are 1 and 0; their mean, 1/2, is that of atan(2).
    assertThat(Combination.cauchy(0.25, 0.5)).isCloseTo(Math.atan(2) / Math.PI, within(1e-15));
    assertThat(Combination.cauchy(0.1, 0.9)).isCloseTo(0.5, within(1e-14));
  }

  @Test
  void theEndsMeanWhatTheySay() {
    assertThat(Combination.cauchy(0, 0.7)).isZero();
    assertThat(Combination.cauchy(0, 1)).isZero();
    assertThat(Combination.cauchy(1, 1)).isEqualTo(1);
    assertThat(Combination.cauchy(0.004, 0.2)).isEqualTo(Combination.cauchy(0.2, 0.004));
  }

  @Test
  void refusesWhatIsNoP() {
    assertThatThrownBy(() -> Combination.bonferroni(0.5, 1.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Combination.cauchy(Double.NaN, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
