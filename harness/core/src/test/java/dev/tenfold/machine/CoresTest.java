package dev.tenfold.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoresTest {
  @Test
  void listIsOfRangesAndSingles() {
    assertThat(Cores.parse("0-2,8,10-11").orElseThrow().stream().toArray())
        .containsExactly(0, 1, 2, 8, 10, 11);
    assertThat(Cores.parse("").orElseThrow().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "3-1", "-", "0-", "-1", "1,,2", "0-99999999999", "0-70000", "1 2"})
  void whatIsNoListIsNothing(String odd) {
    assertThat(Cores.parse(odd)).isEmpty();
  }
}
