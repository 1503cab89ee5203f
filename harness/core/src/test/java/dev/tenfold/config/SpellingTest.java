package dev.tenfold.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void distanceCountsInsertionsDeletionsAndSubstitutions() {
    assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Spelling.distance("", "abc")).isEqualTo(3);
    assertThat(Spelling.distance("abc", "")).isEqualTo(3);
    assertThat(Spelling.distance("same", "same")).isZero();
    assertThat(Spelling.distance("flaw", "lawn")).isEqualTo(2);
  }

  @Test
  void theNearestHasTheFewestLettersToChange() {
    assertThat(Spelling.nearest("frok", "forks", "threads", "params")).isEqualTo("forks");
  }
}
