package dev.tenfold.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenTextsTest {

  @Test
  void eachTextIsNewOnceHoweverManyThereAre() {
    SeenTexts seen = new SeenTexts();
    for (int i = 0; i < 20_000; i++) {
      assertThat(seen.add("benchmark " + i)).isTrue();
    }
    for (int i = 0; i < 20_000; i++) {
      assertThat(seen.add("benchmark " + i)).isFalse();
    }
    assertThat(seen.size()).isEqualTo(20_000);
  }
}
