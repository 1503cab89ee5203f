package dev.tenfold.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipfTest {
  @Test
  void probabilitiesFollowTheFormula() {
    // With the exponent 1 and 4 ranks: 1, 1/2, 1/3, 1/4 over their sum, 25/12.
    Zipf zipf = new Zipf(4, 1);
    assertThat(IntStream.range(0, 4).mapToDouble(zipf::probability).toArray())
        .containsExactly(new double[] {12 / 25., 6 / 25., 4 / 25., 3 / 25.}, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.99, 2})
  void drawsFollowTheProbabilities(double exponent) {
    int ranks = 100;
    int draws = 200_000;
    Zipf zipf = new Zipf(ranks, exponent);
    Random random = new Random(5);
    int[] counts = new int[ranks];
    for (int i = 0; i < draws; i++) {
      counts[zipf.draw(random)]++;
    }
    double chiSquare = 0;
    for (int rank = 0; rank < ranks; rank++) {
      double expected = draws * zipf.probability(rank);
      chiSquare += Math.pow(counts[rank] - expected, 2) / expected;
    }
    // The 0.1 % points, above and below, of the chi-square distribution with 99 degrees of freedom.
    assertThat(chiSquare).isBetween(60.0, 149.0);
  }

  @Test
  void aSeedAlwaysGivesTheSameDraws() {
    Zipf zipf = new Zipf(1000, 0.99);
    Random random = new Random(1);
    // Written down once: the work that every kept number measured hangs on it.
    assertThat(IntStream.range(0, 8).map(i -> zipf.draw(random)).toArray())
        .containsExactly(140, 12, 2, 6, 792, 0, 769, 647);
  }

  @Test
  void aSingleRankIsAlwaysDrawn() {
    assertThat(new Zipf(1, 0.99).draw(new Random(1))).isZero();
  }

  @Test
  void whatIsNoDistributionIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Zipf(0, 1))
        .withMessageContaining("at least 1 rank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Zipf(1, Double.NaN))
        .withMessageContaining("NaN");
  }
}
