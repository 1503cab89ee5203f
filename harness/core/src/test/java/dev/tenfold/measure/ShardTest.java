package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.run.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

  @Test
  void itIsWrittenAsItIsRead() {
    assertThat(Shard.of("2/5")).isEqualTo(new Shard(2, 5)).hasToString("2/5");
    assertThat(Shard.of(" 1/1 ")).isEqualTo(new Shard(1, 1));
    assertThat(new Shard(2, 3).all())
        .extracting(Shard::toString)
        .containsExactly("1/3", "2/3", "3/3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "2/", "/5", "2 of 5", "-1/5", "2.5/5", "99999/99999"})
  void whatIsNoShardIsRefused(String text) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Shard.of(text))
        .withMessageContaining("for example 2/5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/5", "6/5", "1/0"})
  void aShardThatThereIsNotIsRefused(String text) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Shard.of(text))
        .withMessageContaining("not " + text);
  }
}
