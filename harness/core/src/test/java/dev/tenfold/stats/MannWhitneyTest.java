package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {
  @Test
  void separatedSamplesHaveTheSmallestPByHand() {
    // One of C(6, 3) = 20 orderings puts all of head above all of base.
    MannWhitney test = MannWhitney.exact(new double[] {1, 2, 3}, new double[] {4, 5, 6});
    assertThat(test.u()).isEqualTo(9);
    assertThat(test.pGreater()).isCloseTo(0.05, within(1e-15));
    assertThat(test.pLess()).isEqualTo(1);
    assertThat(test.pTwoSided()).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void theExactDistributionOfTwoAgainstTwoByHand() {
    // U is 0, 1, 2, 2, 3, 4 over the six orderings.
    assertThat(MannWhitney.cumulative(2, 2))
        .containsExactly(new double[] {1 / 6., 2 / 6., 4 / 6., 5 / 6., 1}, within(1e-15));
  }

  @Test
  void exactIsThePermutationTestOfTheRanks() {
    Random random = new Random(31);
    for (int i = 0; i < 60; i++) {
      double[] ranks = shuffled(4 + random.nextInt(8), random);
      int ofBase = 1 + random.nextInt(ranks.length - 1);
      double[] base = Arrays.copyOf(ranks, ofBase);
      double[] head = Arrays.copyOfRange(ranks, ofBase, ranks.length);
      MannWhitney exact = MannWhitney.exact(base, head);
      Permutation counted = Permutation.ofMeans(base, head);
      assertThat(exact.pGreater()).isCloseTo(counted.pGreater(), within(1e-12));
      assertThat(exact.pLess()).isCloseTo(counted.pLess(), within(1e-12));
    }
  }

  @Test
  void onlyTheOrderOfTheValuesCounts() {
    double[] base = {0.2, 1.7, -3, 0.9};
    double[] head = {0.3, 4, 2, 1.1};
    MannWhitney plain = MannWhitney.exact(base, head);
    assertThat(MannWhitney.exact(exp(base), exp(head))).isEqualTo(plain);
    assertThat(MannWhitney.asymptotic(exp(base), exp(head)))
        .isEqualTo(MannWhitney.asymptotic(base, head));
  }

  @Test
  void swappingTheSidesSwapsTheTails() {
    double[] base = {1, 4, 5, 9, 2.5};
    double[] head = {3, 6, 7, 8};
    MannWhitney there = MannWhitney.exact(base, head);
    MannWhitney back = MannWhitney.exact(head, base);
    assertThat(back.u()).isEqualTo(20 - there.u());
    assertThat(back.pGreater()).isCloseTo(there.pLess(), within(1e-15));
    assertThat(back.pTwoSided()).isCloseTo(there.pTwoSided(), within(1e-15));
    MannWhitney roughly = MannWhitney.asymptotic(base, head);
    assertThat(MannWhitney.asymptotic(head, base).pGreater()).isEqualTo(roughly.pLess());
  }

  @Test
  void asymptoticApproachesExactAsSamplesGrow() {
    Random random = new Random(32);
    double[] ranks = shuffled(80, random);
    double[] base = Arrays.copyOf(ranks, 40);
    double[] head = Arrays.copyOfRange(ranks, 40, 80);
    assertThat(MannWhitney.asymptotic(base, head).pTwoSided())
        .isCloseTo(MannWhitney.exact(base, head).pTwoSided(), within(0.002));
  }

  @Test
  void tiesShrinkTheVarianceByHand() {
    // Ranks 1.5 1.5 | 3.5 3.5: U = 4, two groups of 2, so variance = 4/12 (5 - 12/12) = 4/3.
    MannWhitney test = MannWhitney.asymptotic(new double[] {1, 1}, new double[] {2, 2});
    double z = 1.5 / Math.sqrt(4.0 / 3);
    assertThat(test.u()).isEqualTo(4);
    assertThat(test.pGreater()).isEqualTo(new Contrast(z, 1, Double.POSITIVE_INFINITY).pGreater());
  }

  @Test
  void equalValuesHavePOne() {
    double[] same = {3, 3, 3, 3};
    assertThat(MannWhitney.asymptotic(same, same)).isEqualTo(new MannWhitney(8, 1, 1));
  }

  @Test
  void exactRefusesTiesAndTooManyValues() {
    double[] tied = {1, 2};
    double[] head = {2, 3};
    assertThatThrownBy(() -> MannWhitney.exact(tied, head))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tied");
    double[] many = shuffled(51, new Random(1));
    double[] one = {0.5};
    assertThatThrownBy(() -> MannWhitney.exact(many, one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 50");
    assertThatThrownBy(() -> MannWhitney.asymptotic(new double[0], one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MannWhitney.asymptotic(new double[] {Double.NaN}, one))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] exp(double[] values) {
    return Arrays.stream(values).map(Math::exp).toArray();
  }

  private static double[] shuffled(int size, Random random) {
    double[] ranks = IntStream.rangeClosed(1, size).asDoubleStream().toArray();
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double moved = ranks[i];
      ranks[i] = ranks[j];
      ranks[j] = moved;
    }
    return ranks;
  }
}
