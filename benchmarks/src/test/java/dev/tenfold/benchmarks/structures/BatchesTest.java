package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 4096, 200_000})
  void noNumberComesTwiceInAllTheArrays(int size) {
    long[][] batches = Batches.of(size);
    assertThat(Arrays.stream(batches)).isNotEmpty().allMatch(batch -> batch.length == size);
    assertThat(Arrays.stream(batches).flatMapToLong(Arrays::stream).distinct().count())
        .isEqualTo((long) batches.length * size)
        .isGreaterThan(100_000);
  }
}
