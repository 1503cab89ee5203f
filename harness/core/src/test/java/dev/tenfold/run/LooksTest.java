package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LooksTest {
  private final Looks looks = new Looks(List.of(4, 8, 16));

  @Test
  void allLooksTogetherMayErrAsMuchAsOne() {
    assertThat(looks.share(4) + looks.share(8) + looks.share(16)).isCloseTo(1, within(1e-12));
  }

  @Test
  void nearlyAllOfTheErrorIsKeptForTheLastLook() {
    assertThat(looks.share(4)).isCloseTo(64.0 / 4672, within(1e-12));
    assertThat(looks.share(16)).isCloseTo(4096.0 / 4672, within(1e-12));
  }

  @Test
  void betweenTwoLooksNoMoreMayBeUsedThanAtTheEarlier() {
    assertThat(looks.share(15)).isEqualTo(looks.share(8));
    assertThat(looks.share(2)).isEqualTo(looks.share(4));
    assertThat(looks.share(99)).isEqualTo(looks.share(16));
  }

  @Test
  void aSingleLookMayUseAllOfIt() {
    assertThat(Looks.ONCE.share(7)).isEqualTo(1);
    assertThat(new Looks(List.of(5)).share(3)).isEqualTo(1);
  }

  @Test
  void looksAscend() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Looks(List.of(4, 4)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Looks(List.of(0)));
  }
}
