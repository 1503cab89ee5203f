package dev.tenfold.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class ProportionTest {
  @Test
  void theEndsAreWhereTheCountWouldBeAnExtremeOneInFortyTimes() {
    for (long[] each : new long[][] {{1, 10}, {5, 10}, {30, 1000}, {999, 1000}}) {
      Proportion proportion = new Proportion(each[0], each[1]);
      int count = (int) each[0];
      int of = (int) each[1];
      double low = proportion.interval().low();
      double high = proportion.interval().high();
      assertThat(1 - new BinomialDistribution(null, of, low).cumulativeProbability(count - 1))
          .isCloseTo(0.025, within(1e-6));
      assertThat(new BinomialDistribution(null, of, high).cumulativeProbability(count))
          .isCloseTo(0.025, within(1e-6));
    }
  }

  @Test
  void noneAndAllLeaveOneSideOpen() {
    assertThat(new Proportion(0, 10).interval().low()).isZero();
    assertThat(new Proportion(0, 10).interval().high()).isCloseTo(0.3085, within(1e-4));
    assertThat(new Proportion(10, 10).interval().low()).isCloseTo(0.6915, within(1e-4));
    assertThat(new Proportion(10, 10).interval().high()).isEqualTo(1);
    assertThat(new Proportion(0, 0).interval().high()).isEqualTo(1);
  }

  @Test
  void sharesAreWrittenAsShortAsTheyAreSure() {
    assertThat(Percent.of(new Proportion(31, 1000))).isEqualTo("3.1 % [2.1, 4.4]");
    assertThat(Percent.of(new Proportion(31, 100_000))).isEqualTo("0.031 % [0.021, 0.044]");
    assertThat(Percent.of(new Proportion(0, 0))).isEqualTo("-");
    assertThat(Percent.of(0.05)).isEqualTo("5 %");
    assertThat(Percent.of(0.12345)).isEqualTo("12.3 %");
  }
}
