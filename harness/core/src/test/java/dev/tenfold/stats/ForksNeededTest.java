package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForksNeededTest {
  @Test
  void isTheFirstNumberOfForksThatSeesTheDifference() {
    for (double sd : new double[] {0.01, 0.03, 0.05, 0.2}) {
      int n = ForksNeeded.perSide(0.05, sd, 0.01, 0.8).orElseThrow();
      assertThat(visible(n, 2, sd)).isLessThanOrEqualTo(0.05);
      assertThat(n == 2 || visible(n - 1, 2, sd) > 0.05).as("%s forks at sd %s", n, sd).isTrue();
      int pairs = ForksNeeded.pairs(0.05, sd, 0.01, 0.8).orElseThrow();
      assertThat(visible(pairs, 1, sd)).isLessThanOrEqualTo(0.05);
      assertThat(pairs == 2 || visible(pairs - 1, 1, sd) > 0.05).isTrue();
    }
  }

  @Test
  void approachesTheTextbooksNumberWhereItIsLarge() {
    // 2 (1.645 + 0.842)^2 (0.2 / 0.03)^2 = 549.6 on each side, half of that in pairs.
    assertThat(ForksNeeded.perSide(0.03, 0.2, 0.05, 0.8).orElseThrow()).isBetween(550, 552);
    assertThat((double) ForksNeeded.pairs(0.03, 0.2, 0.05, 0.8).orElseThrow())
        .isCloseTo(276, within(1.0));
  }

  @Test
  void twoForksSufficeWithoutNoise() {
    assertThat(ForksNeeded.perSide(0.05, 0, 0.05, 0.8)).hasValue(2);
    assertThat(ForksNeeded.pairs(1, 1e-6, 0.05, 0.8)).hasValue(2);
  }

  @Test
  void isEmptyBeyondTheMost() {
    assertThat(ForksNeeded.perSide(0.001, 1, 0.05, 0.8)).isEmpty();
    assertThat(ForksNeeded.perSide(0.03, 0.2696, 0.05, 0.8)).hasValue(ForksNeeded.MOST);
    assertThat(ForksNeeded.perSide(0.03, 0.2699, 0.05, 0.8)).isEmpty();
  }

  @Test
  void refusesADifferenceOfNothing() {
    assertThatThrownBy(() -> ForksNeeded.perSide(0, 0.1, 0.05, 0.8))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ForksNeeded.pairs(0.1, Double.NaN, 0.05, 0.8))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double visible(int n, int sides, double sd) {
    return new Contrast(0, sd * Math.sqrt((double) sides / n), sides * (n - 1.0))
        .smallestVisible(0.01, 0.8);
  }
}
