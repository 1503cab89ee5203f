package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LooksTest {
  private static final Offset<Double> CLOSE = within(1e-15);

  private static Looks at(Integer... forks) {
    return new Looks(List.of(forks));
  }

  @Test
  void theSharesOfAllLooksAreTheWholeError() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      TreeSet<Integer> forks = new TreeSet<>();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        forks.add(1 + random.nextInt(50));
      }
      Looks looks = new Looks(List.copyOf(forks));
      double sum = forks.stream().mapToDouble(looks::share).sum();
      assertThat(sum).as("%s", looks).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void aLookUsesErrorInProportionToTheCubeOfItsForks() {
    Looks looks = at(5, 10, 15);
    assertThat(looks.share(5)).isCloseTo(1.0 / 36, CLOSE);
    assertThat(looks.share(10)).isCloseTo(8.0 / 36, CLOSE);
    assertThat(looks.share(15)).isCloseTo(27.0 / 36, CLOSE);
    assertThat(looks.most()).isEqualTo(15);
  }

  @Test
  void betweenTwoLooksThereIsNoMoreThanAtTheEarlier() {
    Looks looks = at(5, 10, 15);
    assertThat(looks.share(9)).isEqualTo(looks.share(5));
    assertThat(looks.share(14)).isEqualTo(looks.share(10));
    assertThat(looks.share(99)).isEqualTo(looks.share(15));
    // Nothing was looked at yet: this counts as the first look.
    assertThat(looks.share(2)).isEqualTo(looks.share(5));
  }

  @Test
  void oneLookMayUseAll() {
    assertThat(Looks.ONCE.share(7)).isEqualTo(1);
    assertThat(Looks.ONCE.most()).isZero();
    assertThat(at(7).share(3)).isEqualTo(1);
    assertThat(at(7).most()).isEqualTo(7);
  }

  @Test
  void looksAscendFromOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> at(0, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> at(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> at(5, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> at(5, 3));
  }
}
