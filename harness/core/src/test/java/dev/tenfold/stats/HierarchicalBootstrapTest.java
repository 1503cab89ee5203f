package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HierarchicalBootstrapTest {
  private static final double[][] BASE = {{10, 11, 10.5}, {9.8, 10.1, 10.3}, {10.4, 10.9, 10.2}};
  private static final double[][] HEAD = {{20, 21, 20.5}, {19.8, 20, 20.3}, {20.4, 22, 20.2}};

  @Test
  void constantForksGiveTheRatioItself() {
    double[][] four = {{4, 4}, {4, 4}};
    double[][] five = {{5, 5}, {5, 5}};
    assertThat(HierarchicalBootstrap.ofMeans(four, five, 10, 1).interval(0.95))
        .isEqualTo(new Interval(1.25, 1.25));
  }

  @Test
  void forksAreDrawnAndNotOnlyIterations() {
    // Without noise within the forks, two forks of 1 and 3 give means of 1, 2, 2 and 3.
    double[][] spread = {{3, 3, 3}, {1, 1, 1}};
    double[][] one = {{1}, {1}};
    HierarchicalBootstrap drawn = HierarchicalBootstrap.ofMeans(one, spread, 10_000, 2);
    assertThat(drawn.interval(0.9)).isEqualTo(new Interval(1, 3));
    assertThat(drawn.interval(0.4)).as("a quarter on each side").isEqualTo(new Interval(2, 2));
  }

  @Test
  void theSameSeedDrawsTheSame() {
    Interval first = HierarchicalBootstrap.ofMeans(BASE, HEAD, 500, 7).interval(0.95);
    assertThat(HierarchicalBootstrap.ofMeans(BASE, HEAD, 500, 7).interval(0.95)).isEqualTo(first);
    assertThat(HierarchicalBootstrap.ofMeans(BASE, HEAD, 500, 8).interval(0.95))
        .isNotEqualTo(first);
    assertThat(first.contains(1.97)).isTrue();
  }

  @Test
  void intervalsGrowWithTheLevel() {
    HierarchicalBootstrap drawn = HierarchicalBootstrap.ofMeans(BASE, HEAD, 2_000, 3);
    assertThat(drawn.interval(0.99).halfWidth()).isGreaterThan(drawn.interval(0.9).halfWidth());
    assertThat(drawn.interval(0.9).halfWidth()).isCloseTo(0.05, within(0.03));
  }

  @Test
  void refusesALevelOfOne() {
    HierarchicalBootstrap drawn = HierarchicalBootstrap.ofMeans(BASE, HEAD, 10, 1);
    assertThatThrownBy(() -> drawn.interval(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesScoresWithoutAMeanAndNothingToDraw() {
    assertThatThrownBy(() -> HierarchicalBootstrap.ofMeans(new double[][] {{}}, HEAD, 10, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HierarchicalBootstrap.ofMeans(BASE, new double[0][], 10, 1))
        .isInstanceOf(IllegalArgumentException.class);
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(
              () -> HierarchicalBootstrap.ofMeans(BASE, new double[][] {{1, bad}}, 10, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> HierarchicalBootstrap.ofMeans(BASE, HEAD, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
