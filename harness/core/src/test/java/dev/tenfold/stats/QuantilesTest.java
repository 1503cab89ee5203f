package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantilesTest {
  @Test
  void interpolatesBetweenOrderStatisticsByHand() {
    double[] sample = {40, 10, 20, 30};
    assertThat(Quantiles.type7(sample, 0.25)).isCloseTo(17.5, within(1e-14));
    assertThat(Quantiles.type7(sample, 0.5)).isEqualTo(25);
    assertThat(sample).as("the sample stays as it was").containsExactly(40, 10, 20, 30);
    assertThat(Quantiles.type7(new double[] {3}, 0.7)).isEqualTo(3);
  }

  @Test
  void theMedianAbsoluteDeviationByHand() {
    double[] sample = {100, 1, 8, 2, 4};
    assertThat(Quantiles.medianAbsoluteDeviation(sample)).isEqualTo(3);
    assertThat(Quantiles.medianAbsoluteDeviation(new double[] {7})).isZero();
  }

  @Test
  void risesFromTheSmallestToTheLargest() {
    Random random = new Random(81);
    for (int i = 0; i < 100; i++) {
      double[] sample = random.doubles(1 + random.nextInt(30)).toArray();
      double before = Arrays.stream(sample).min().orElseThrow();
      assertThat(Quantiles.type7(sample, 0)).isEqualTo(before);
      for (int step = 0; step <= 50; step++) {
        double quantile = Quantiles.type7(sample, step / 50.0);
        assertThat(quantile).isGreaterThanOrEqualTo(before);
        before = quantile;
      }
      assertThat(before).isEqualTo(Arrays.stream(sample).max().orElseThrow());
    }
  }

  @Test
  void refusesWhatHasNoQuantile() {
    assertThatThrownBy(() -> Quantiles.type7(new double[0], 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Quantiles.type7(new double[] {1}, 1.01))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
