package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ForkTest {
  private static final double[] SCORES = {5, 1, 3, 2, 4};

  @Test
  void theQuietQuartileOfATimeIsTheLowerOne() {
    Fork fork = Fork.of(SCORES, Better.LOWER);
    assertThat(fork.quartile()).isEqualTo(2);
    assertThat(fork.mean()).isEqualTo(3);
    assertThat(fork.iterations()).isEqualTo(5);
  }

  @Test
  void theQuietQuartileOfAThroughputIsTheUpperOne() {
    assertThat(Fork.of(SCORES, Better.HIGHER).quartile()).isEqualTo(4);
  }

  @Test
  void quartilesAreInterpolated() {
    // At (4 - 1) * 0.25 = 0.75: three quarters of the way from 10 to 20.
    assertThat(Fork.of(new double[] {10, 20, 30, 40}, Better.LOWER).quartile()).isEqualTo(17.5);
  }

  @Test
  void keepsTheOrderOfItsIterationsAndCopiesThem() {
    double[] given = SCORES.clone();
    Fork fork = Fork.of(given, Better.LOWER);
    given[0] = 99;
    fork.scores()[1] = 99;
    assertThat(fork.scores()).containsExactly(SCORES);
  }

  @Test
  void aSummaryHasTheSameNumbersWithoutTheIterations() {
    Fork whole = Fork.of(SCORES, Better.LOWER);
    Fork summary = whole.summarised();
    assertThat(whole.isWhole()).isTrue();
    assertThat(summary.isWhole()).isFalse();
    assertThat(summary).isEqualTo(Fork.summary(5, 3, 2)).isNotEqualTo(whole);
    assertThat(summary.summarised()).isSameAs(summary);
  }

  @Test
  void scalesAllOfIt() {
    Fork scaled = Fork.of(SCORES, Better.LOWER).scaled(10);
    assertThat(scaled).isEqualTo(Fork.of(new double[] {50, 10, 30, 20, 40}, Better.LOWER));
    assertThat(Fork.summary(5, 3, 2).scaled(10)).isEqualTo(Fork.summary(5, 30, 20));
  }

  @Test
  void refusesWhatIsNoFork() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fork.of(new double[] {1, Double.NaN}, Better.LOWER));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fork.of(new double[] {1, Double.POSITIVE_INFINITY}, Better.LOWER));
    assertThatIllegalArgumentException().isThrownBy(() -> Fork.of(new double[0], Better.LOWER));
    assertThatIllegalArgumentException().isThrownBy(() -> Fork.summary(0, 1, 1));
  }
}
