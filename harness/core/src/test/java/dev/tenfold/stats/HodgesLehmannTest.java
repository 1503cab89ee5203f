package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HodgesLehmannTest {
  @Test
  void threeAgainstThreeByHand() {
    // The nine differences are 2 3 3 4 4 4 5 5 6, and P(U <= 0) = 1/20 lets one go on each side.
    HodgesLehmann shift = HodgesLehmann.of(new double[] {1, 2, 3}, new double[] {5, 6, 7}, 0.9);
    assertThat(shift.shift()).isEqualTo(4);
    assertThat(shift.interval()).isEqualTo(new Interval(2, 6));
    assertThat(shift.attainedLevel()).isCloseTo(0.9, within(1e-15));
  }

  @Test
  void samplesTooSmallToRejectAnythingGiveTheWholeLine() {
    HodgesLehmann shift = HodgesLehmann.of(new double[] {1, 2, 3}, new double[] {5, 6, 7}, 0.95);
    assertThat(shift.interval())
        .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    assertThat(shift.attainedLevel()).isEqualTo(1);
  }

  @Test
  void theIntervalHoldsTheShiftAndIsTheOneThatTheExactTestDoesNotReject() {
    Random random = new Random(41);
    int excluded = 0;
    for (int i = 0; i < 200; i++) {
      double[] base = random.doubles(6).toArray();
      double[] head = random.doubles(5).map(x -> x + 0.5).toArray();
      HodgesLehmann shift = HodgesLehmann.of(base, head, 0.9);
      assertThat(shift.interval().contains(shift.shift())).isTrue();
      assertThat(shift.attainedLevel()).isGreaterThanOrEqualTo(0.9);
      boolean holdsZero = shift.interval().contains(0);
      assertThat(holdsZero).isEqualTo(MannWhitney.exact(base, head).pTwoSided() > 0.1);
      excluded += holdsZero ? 0 : 1;
    }
    assertThat(excluded).isBetween(40, 199);
  }

  @Test
  void followsAShiftAndAChangeOfScale() {
    double[] base = {1, 2.5, 3, 7, 8};
    double[] head = {2, 3.5, 6, 9, 4};
    HodgesLehmann plain = HodgesLehmann.of(base, head, 0.9);
    HodgesLehmann moved =
        HodgesLehmann.of(
            Arrays.stream(base).map(x -> 4 * x).toArray(),
            Arrays.stream(head).map(x -> 4 * (x + 16)).toArray(),
            0.9);
    assertThat(moved.shift()).isEqualTo(4 * (plain.shift() + 16));
    assertThat(moved.interval()).isEqualTo(plain.interval().map(x -> 4 * (x + 16)));
  }

  @Test
  void refusesLevelsAndValuesThatAreNone() {
    double[] broken = {1, Double.NaN};
    assertThatThrownBy(() -> HodgesLehmann.of(broken, new double[] {2}, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HodgesLehmann.of(new double[] {1}, new double[] {2}, 95))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
