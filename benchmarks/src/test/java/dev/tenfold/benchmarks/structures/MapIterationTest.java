package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.data.Keys;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapIterationTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000})
  void allMapsHaveTheSameSum(int size) {
    MapIteration benchmark = new MapIteration();
    benchmark.size = size;
    benchmark.fill();
    // The values are the numbers from 0 to size - 1.
    long sum = Arrays.stream(Keys.ints(size, 1)).asLongStream().sum() + size * (size - 1L) / 2;
    assertThat(benchmark.hashMap()).isEqualTo(sum);
    assertThat(benchmark.int2IntOpenHashMap()).isEqualTo(sum);
  }
}
