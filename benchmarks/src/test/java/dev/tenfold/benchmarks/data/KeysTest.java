package dev.tenfold.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final int MANY = 300_000;

  @Test
  void noIntComesTwice() {
    assertThat(Arrays.stream(Keys.ints(MANY, 1)).distinct().count()).isEqualTo(MANY);
  }

  @Test
  void noLongComesTwice() {
    assertThat(Arrays.stream(Keys.longs(MANY, 1)).distinct().count()).isEqualTo(MANY);
  }

  @Test
  void aLongerArrayBeginsLikeAShorterOne() {
    assertThat(Arrays.copyOf(Keys.ints(20, 7), 10)).isEqualTo(Keys.ints(10, 7));
    assertThat(Arrays.copyOf(Keys.longs(20, 7), 10)).isEqualTo(Keys.longs(10, 7));
  }

  @Test
  void anotherSeedGivesOtherKeys() {
    assertThat(Keys.ints(100, 1)).doesNotContain(Keys.ints(100, 2));
    assertThat(Keys.longs(100, 1)).doesNotContain(Keys.longs(100, 2));
  }

  /** From the first key on: a small seed alone would leave the first ones with few bits. */
  @Test
  void everyBitIsSetInAboutHalfOfTheKeys() {
    int[] ints = Keys.ints(1000, 1);
    long[] longs = Keys.longs(1000, 1);
    for (int bit = 0; bit < 64; bit++) {
      int shift = bit;
      // Six standard deviations of 1000 tosses of a coin are 95.
      assertThat(Arrays.stream(longs).filter(key -> (key >>> shift & 1) == 1).count())
          .as("bit %d of the longs", bit)
          .isBetween(405L, 595L);
      assertThat(Arrays.stream(ints).filter(key -> (key >>> shift & 1) == 1).count())
          .as("bit %d of the ints", bit % 32)
          .isBetween(405L, 595L);
    }
  }

  @Test
  void picksAreSpreadEvenly() {
    int[] counts = new int[10];
    for (int pick : Keys.picks(10, 100_000, 3)) {
      counts[pick]++;
    }
    // Six standard deviations of a binomial distribution with n = 100,000 and p = 0.1 are 569.
    assertThat(Arrays.stream(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(9431, 10569));
  }

  @Test
  void aSeedThatTheGeneratorCannotLeaveIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Keys.ints(1, 0))
        .withMessageContaining("0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Keys.longs(1, 0))
        .withMessageContaining("0");
  }
}
