package dev.tenfold.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FitTest {
  private static final double[] SIZES = {100, 1_000, 10_000, 100_000};
  private static final double[] EXACT = new double[4];

  private static double[] curve(Order order) {
    return Arrays.stream(SIZES).map(size -> 3 + order.log(size)).toArray();
  }

  @ParameterizedTest
  @EnumSource
  void aCurveIsTakenForItself(Order order) {
    Fit fit = Fit.of(SIZES, curve(order), EXACT);
    assertThat(fit.order()).isEqualTo(order);
    assertThat(fit.confidence()).isBetween(0.99, 1.0);
    assertThat(fit.runnerUp()).isNotEqualTo(order);
  }

  @Test
  void theRunnerUpIsTheNeighbour() {
    assertThat(Fit.of(SIZES, curve(Order.QUADRATIC), EXACT).runnerUp())
        .isEqualTo(Order.LINEARITHMIC);
    assertThat(Fit.of(SIZES, curve(Order.CONSTANT), EXACT).runnerUp()).isEqualTo(Order.LOGARITHMIC);
  }

  @Test
  void betweenTwoOrdersNeitherIsSure() {
    double[] between = new double[SIZES.length];
    Arrays.setAll(
        between, i -> (Order.LINEAR.log(SIZES[i]) + Order.LINEARITHMIC.log(SIZES[i])) / 2);
    Fit fit = Fit.of(SIZES, between, EXACT);
    assertThat(fit.confidence()).isCloseTo(0.5, within(0.05));
  }

  @Test
  void aSizeThatIsHardlyKnownHardlyCounts() {
    double[] logs = curve(Order.LINEAR);
    logs[3] += 5;
    assertThat(Fit.of(SIZES, logs, EXACT).order()).isNotEqualTo(Order.LINEAR);
    assertThat(Fit.of(SIZES, logs, new double[] {0, 0, 0, 10}).order()).isEqualTo(Order.LINEAR);
  }

  /** Code whose levels miss its curve by a sixth of their size, as caches and constants do. */
  @Test
  void realCodeIsNearlyAlwaysTakenForWhatItIs() {
    Random random = new Random(71);
    for (Order order : Order.values()) {
      int right = 0;
      int sureAndWrong = 0;
      for (int i = 0; i < 1000; i++) {
        double[] logs = curve(order);
        Arrays.setAll(logs, at -> logs[at] + 0.15 * random.nextGaussian());
        Fit fit = Fit.of(SIZES, logs, EXACT);
        right += fit.order() == order ? 1 : 0;
        sureAndWrong += fit.order() != order && fit.confidence() > 0.95 ? 1 : 0;
      }
      System.out.println(
          String.format(
              Locale.ROOT,
              "%s: %d of 1000 right, %d wrong and sure",
              order.text(),
              right,
              sureAndWrong));
      assertThat(right).isGreaterThan(850);
      assertThat(sureAndWrong).isLessThan(50);
    }
  }
}
