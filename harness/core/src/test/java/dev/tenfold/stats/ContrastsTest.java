package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContrastsTest {
  private static final double[] BASE = {1, 2, 3};
  private static final double[] HEAD = {3, 4, 5};

  @Test
  void pooledTOfThreeAgainstThreeByHand() {
    // Both variances are 1, so se = sqrt(2/3) and t = sqrt(6) with 4 degrees of freedom, where
    // P(T > t) = 1/2 - 3/8 u (1 - t^2 / (1 + t^2/4) / 12) with u = t / sqrt(1 + t^2/4).
    Contrast contrast = Contrasts.pooled(BASE, HEAD, 0);
    assertThat(contrast.estimate()).isEqualTo(2);
    assertThat(contrast.standardError()).isCloseTo(Math.sqrt(2.0 / 3), within(1e-15));
    assertThat(contrast.degreesOfFreedom()).isEqualTo(4);
    assertThat(contrast.pGreater())
        .isCloseTo(0.5 - 0.375 * Math.sqrt(6 / 2.5) * 0.8, within(1e-14));
  }

  @Test
  void welchWeighsEachSideByItsOwnVariance() {
    // Variances 1 and 4 over 3 values: se^2 = 5/3, df = (1 + 4)^2 / (1/2 + 16/2) = 50/17.
    Contrast contrast = Contrasts.welch(BASE, new double[] {2, 4, 6}, 0);
    assertThat(contrast.standardError()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-14));
    assertThat(contrast.degreesOfFreedom()).isCloseTo(50.0 / 17, within(1e-13));
  }

  @Test
  void welchIsThePooledTestWhereSidesVaryAlike() {
    Contrast welch = Contrasts.welch(BASE, HEAD, 0);
    assertThat(welch.standardError()).isCloseTo(Math.sqrt(2.0 / 3), within(1e-14));
    assertThat(welch.degreesOfFreedom()).isCloseTo(4, within(1e-13));
  }

  @Test
  void pairedIsTheOneSampleTByHand() {
    // Mean 2, variance 1: se = 1 / sqrt(3), t = sqrt(12), P(T > t) = 1/2 - t / (2 sqrt(2 + t^2)).
    Contrast contrast = Contrasts.paired(BASE, 0);
    assertThat(contrast.t()).isCloseTo(Math.sqrt(12), within(1e-14));
    assertThat(contrast.degreesOfFreedom()).isEqualTo(2);
    assertThat(contrast.pGreater()).isCloseTo(0.5 - Math.sqrt(12.0 / 14) / 2, within(1e-14));
  }

  @Test
  void weightedIsHartungAndKnappByHand() {
    // Mean (1 + 2 + 2 * 3) / 4; scatter (1.25^2 + 0.25^2 + 2 * 0.75^2) / 4, by 2 degrees of
    // freedom.
    Contrast contrast = Contrasts.weighted(BASE, new double[] {1, 1, 2}, 0);
    assertThat(contrast.estimate()).isCloseTo(2.25, within(1e-15));
    assertThat(contrast.standardError()).isCloseTo(Math.sqrt(0.34375), within(1e-15));
    assertThat(contrast.degreesOfFreedom()).isEqualTo(2);
    assertThat(Contrasts.weighted(BASE, new double[] {10, 10, 20}, 0)).isEqualTo(contrast);
  }

  @Test
  void weightsThatAreEqualGiveThePlainTest() {
    Random random = new Random(23);
    for (int i = 0; i < 300; i++) {
      double[] differences = sample(random, 2 + random.nextInt(10));
      double[] weights = new double[differences.length];
      Arrays.fill(weights, Math.exp(5 * random.nextGaussian()));
      assertSameUpTo(
          1, Contrasts.paired(differences, 0), Contrasts.weighted(differences, weights, 0));
    }
  }

  @Test
  void weightsArePositiveAndThereIsOneForEachDifference() {
    for (double[] weights : new double[][] {{1, 1}, {1, 0, 1}, {1, Double.NaN, 1}}) {
      assertThatThrownBy(() -> Contrasts.weighted(BASE, weights, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("positive weight for each of 3");
    }
  }

  @Test
  void theFloorStandsInForASpreadThatIsTooSmall() {
    double[] flat = {7, 7, 7};
    double[] other = {7.001, 7.001, 7.001};
    double pooledError = 1e-4 * Math.sqrt(2.0 / 3);
    assertThat(Contrasts.pooled(flat, other, 1e-4).standardError())
        .isCloseTo(pooledError, within(1e-18));
    assertThat(Contrasts.welch(flat, other, 1e-4).standardError())
        .isCloseTo(pooledError, within(1e-18));
    assertThat(Contrasts.paired(other, 1e-4).standardError())
        .isCloseTo(1e-4 / Math.sqrt(3), within(1e-18));
    assertThat(Contrasts.weighted(other, new double[] {1, 1, 2}, 1e-4).standardError())
        .isCloseTo(1e-4 * Math.sqrt(6) / 4, within(1e-18));
    assertThat(Contrasts.pooled(BASE, HEAD, 1e-4)).isEqualTo(Contrasts.pooled(BASE, HEAD, 0));
  }

  @Test
  void equalConstantsDifferByNothingAndDifferentOnesNeedAFloor() {
    double[] flat = {0.1, 0.1, 0.1};
    double[] longer = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    assertThat(Contrasts.pooled(flat, longer, 0).pTwoSided()).isEqualTo(1);
    assertThat(Contrasts.welch(flat, longer, 0).pTwoSided()).isEqualTo(1);
    assertThatThrownBy(() -> Contrasts.pooled(flat, new double[] {0.2, 0.2}, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("floor");
    assertThatThrownBy(() -> Contrasts.paired(flat, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("floor");
  }

  @Test
  void oneValueHasNoSpread() {
    double[] one = {1};
    assertThatThrownBy(() -> Contrasts.pooled(BASE, one, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 2 values; the head has 1");
    assertThatThrownBy(() -> Contrasts.welch(one, HEAD, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Contrasts.paired(one, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesValuesAndFloorsThatAreNoNumbers() {
    double[] broken = {1, Double.NaN, 2};
    assertThatThrownBy(() -> Contrasts.pooled(broken, HEAD, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not finite");
    assertThatThrownBy(() -> Contrasts.pooled(BASE, HEAD, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Contrasts.paired(BASE, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shiftingAndScalingBothSidesLeavesThePAlone() {
    Random random = new Random(21);
    for (int i = 0; i < 300; i++) {
      double[] base = sample(random, 2 + random.nextInt(6));
      double[] head = sample(random, 2 + random.nextInt(6));
      double shift = 10 * random.nextGaussian();
      double scale = Math.exp(3 * random.nextGaussian());
      double[] movedBase = Arrays.stream(base).map(x -> scale * x + shift).toArray();
      double[] movedHead = Arrays.stream(head).map(x -> scale * x + shift).toArray();
      assertSameUpTo(
          scale, Contrasts.pooled(base, head, 0), Contrasts.pooled(movedBase, movedHead, 0));
      assertSameUpTo(
          scale, Contrasts.welch(base, head, 0), Contrasts.welch(movedBase, movedHead, 0));
    }
  }

  @Test
  void swappingTheSidesTurnsTheContrastAround() {
    Random random = new Random(22);
    for (int i = 0; i < 300; i++) {
      double[] base = sample(random, 5);
      double[] head = sample(random, 3);
      Contrast there = Contrasts.pooled(base, head, 0);
      Contrast back = Contrasts.pooled(head, base, 0);
      assertThat(back.estimate()).isEqualTo(-there.estimate());
      assertThat(back.pGreater()).isCloseTo(there.pLess(), within(1e-12));
    }
  }

  private static void assertSameUpTo(double scale, Contrast one, Contrast moved) {
    assertThat(moved.estimate() / scale).isCloseTo(one.estimate(), within(1e-8));
    assertThat(moved.pGreater()).isCloseTo(one.pGreater(), within(1e-8));
    assertThat(moved.degreesOfFreedom()).isCloseTo(one.degreesOfFreedom(), within(1e-6));
  }

  private static double[] sample(Random random, int size) {
    return IntStream.range(0, size).mapToDouble(i -> random.nextGaussian()).toArray();
  }
}
