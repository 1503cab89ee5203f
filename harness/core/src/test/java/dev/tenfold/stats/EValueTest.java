package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EValueTest {
  @Test
  void noDifferenceSpeaksForNoDifferenceByHand() {
    // n = 2, so 1 / sqrt(1 + 2 * 4).
    assertThat(EValue.ofPooledT(0, 4, 4)).isCloseTo(1 / 3., within(1e-15));
  }

  @Test
  void aLargeTSpeaksForADifferenceByHand() {
    // n = 1 and two degrees of freedom: (1 + 8) / (1 + 8 / 3) to the power of 3/2, over sqrt(3).
    assertThat(EValue.ofPooledT(4, 2, 2))
        .isCloseTo(Math.pow(27 / 11., 1.5) / Math.sqrt(3), within(1e-14));
  }

  @Test
  void growsWithTInEitherDirection() {
    assertThat(EValue.ofPooledT(-3, 5, 4)).isEqualTo(EValue.ofPooledT(3, 5, 4));
    assertThat(EValue.ofPooledT(4, 5, 4)).isGreaterThan(EValue.ofPooledT(3, 5, 4));
  }

  @Test
  void lookingAfterEveryForkKeepsTheErrorBelowAlpha() {
    Random random = new Random(71);
    int suites = 4_000;
    int alarms = 0;
    for (int i = 0; i < suites; i++) {
      double[] base = random.doubles(20).map(x -> random.nextGaussian()).toArray();
      double[] head = random.doubles(20).map(x -> random.nextGaussian()).toArray();
      alarms += everReaches(20, base, head) ? 1 : 0;
    }
    // At most 5 %: 200 of 4000, and 3.3 binomial standard deviations of 14.
    assertThat(alarms).isBetween(1, 246);
  }

  @Test
  void refusesOneForkAndNoSpread() {
    assertThatThrownBy(() -> EValue.ofPooledT(1, 1, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EValue.ofPooledT(1, 2, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean everReaches(double value, double[] base, double[] head) {
    for (int forks = 2; forks <= base.length; forks++) {
      double t = Contrasts.pooled(Arrays.copyOf(base, forks), Arrays.copyOf(head, forks), 0).t();
      if (EValue.ofPooledT(t, forks, 4) >= value) {
        return true;
      }
    }
    return false;
  }
}
