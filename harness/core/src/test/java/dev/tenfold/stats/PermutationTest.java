package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PermutationTest {
  private static final double[] BASE = {1, 2, 3};
  private static final double[] HEAD = {2.5, 3.5, 4.5};

  @Test
  void countsRelabellingsByHand() {
    // Of {1, 2}, {3, 4} and the other five deals, only itself is as large, and it and its mirror
    // image are as far from 0.
    Permutation test = Permutation.ofMeans(new double[] {1, 2}, new double[] {3, 4});
    assertThat(test.difference()).isEqualTo(2);
    assertThat(test.relabellings()).isEqualTo(6);
    assertThat(test.pGreater()).isCloseTo(1 / 6., within(1e-15));
    assertThat(test.pLess()).isEqualTo(1);
    assertThat(test.pTwoSided()).isCloseTo(2 / 6., within(1e-15));
  }

  @Test
  void equalValuesAreAlwaysAsFar() {
    Permutation test = Permutation.ofMeans(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1});
    assertThat(test.pTwoSided()).isEqualTo(1);
    assertThat(test.pGreater()).isEqualTo(1);
  }

  @Test
  void theScaleOfTheValuesDoesNotMatter() {
    Permutation plain = Permutation.ofMeans(BASE, HEAD);
    for (double scale : new double[] {1e-15, 0.1, 3e12}) {
      Permutation scaled = Permutation.ofMeans(times(scale, BASE), times(scale, HEAD));
      assertThat(scaled.pTwoSided()).isEqualTo(plain.pTwoSided());
      assertThat(scaled.pGreater()).isEqualTo(plain.pGreater());
    }
  }

  @Test
  void swappingTheSidesSwapsTheTails() {
    Permutation there = Permutation.ofMeans(BASE, HEAD);
    Permutation back = Permutation.ofMeans(HEAD, BASE);
    assertThat(back.pGreater()).isEqualTo(there.pLess());
    assertThat(back.pTwoSided()).isEqualTo(there.pTwoSided());
    assertThat(there.pGreater()).isLessThan(there.pLess());
  }

  @Test
  void elevenOnEachSideAreCountedAndTwelveRefused() {
    double[] eleven = new double[11];
    Arrays.setAll(eleven, i -> i * i);
    assertThat(Permutation.ofMeans(eleven, eleven).relabellings()).isEqualTo(705_432);
    double[] twelve = Arrays.copyOf(eleven, 12);
    assertThatThrownBy(() -> Permutation.ofMeans(twelve, twelve))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too many");
    assertThatThrownBy(() -> Permutation.ofMeans(new double[] {1, Double.NaN}, HEAD))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Permutation.ofMeans(new double[0], twelve))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] times(double scale, double[] values) {
    return Arrays.stream(values).map(value -> scale * value).toArray();
  }
}
