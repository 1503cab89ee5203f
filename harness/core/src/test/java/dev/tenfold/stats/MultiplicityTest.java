package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MultiplicityTest {
  @Test
  void holmByHand() {
    // Ascending 0.01 * 3, then max with 0.02 * 2, then max with 0.03 * 1.
    assertThat(Multiplicity.holm(new double[] {0.03, 0.01, 0.02}))
        .containsExactly(new double[] {0.04, 0.03, 0.04}, within(1e-15));
    assertThat(Multiplicity.holm(new double[] {0.5, 0.6})).containsExactly(1, 1);
  }

  @Test
  void benjaminiHochbergByHand() {
    // Descending 0.5 * 3/3, then min with 0.02 * 3/2, then min with 0.015 * 3/1.
    assertThat(Multiplicity.benjaminiHochberg(new double[] {0.5, 0.015, 0.02}))
        .containsExactly(new double[] {0.5, 0.03, 0.03}, within(1e-15));
  }

  @Test
  void aFamilyOfNoneOrOneIsLeftAlone() {
    assertThat(Multiplicity.holm(new double[0])).isEmpty();
    assertThat(Multiplicity.benjaminiHochberg(new double[] {0.04})).containsExactly(0.04);
    assertThat(Multiplicity.holm(new double[] {0.04})).containsExactly(0.04);
  }

  @Test
  void adjustedPKeepTheOrderAndLieBetweenTheRawAndBonferroni() {
    Random random = new Random(51);
    for (int i = 0; i < 300; i++) {
      double[] p = random.doubles(1 + random.nextInt(20)).map(x -> x * x * x).toArray();
      double[] holm = Multiplicity.holm(p);
      double[] bh = Multiplicity.benjaminiHochberg(p);
      for (int a = 0; a < p.length; a++) {
        assertThat(bh[a]).isGreaterThanOrEqualTo(p[a]);
        assertThat(holm[a]).isGreaterThanOrEqualTo(bh[a] - 1e-15);
        assertThat(holm[a]).isLessThanOrEqualTo(p.length * p[a]);
        assertThat(holm[a]).isLessThanOrEqualTo(1);
        for (int b = 0; b < p.length; b++) {
          if (p[a] < p[b]) {
            assertThat(holm[a]).isLessThanOrEqualTo(holm[b]);
            assertThat(bh[a]).isLessThanOrEqualTo(bh[b]);
          }
        }
      }
    }
  }

  @Test
  void theOrderOfTheFamilyDoesNotMatterAndTheInputStays() {
    double[] p = {0.3, 0.0004, 0.049, 0.011, 0.011, 0.72};
    double[] before = p.clone();
    for (UnaryOperator<double[]> adjust : adjustments()) {
      assertThat(reversed(adjust.apply(reversed(p)))).containsExactly(adjust.apply(p));
    }
    assertThat(p).containsExactly(before);
  }

  @Test
  void refusesWhatIsNoP() {
    for (UnaryOperator<double[]> adjust : adjustments()) {
      for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
        assertThatThrownBy(() -> adjust.apply(new double[] {0.5, bad}))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  private static Iterable<UnaryOperator<double[]>> adjustments() {
    return List.of(Multiplicity::holm, Multiplicity::benjaminiHochberg);
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }
}
