package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.data.Keys;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListSumTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000})
  void allListsHaveTheSameSum(int size) {
    ListSum benchmark = new ListSum();
    benchmark.size = size;
    benchmark.fill();
    long sum = Arrays.stream(Keys.ints(size, 1)).asLongStream().sum();
    assertThat(benchmark.array()).isEqualTo(sum);
    assertThat(benchmark.arrayList()).isEqualTo(sum);
    assertThat(benchmark.intArrayList()).isEqualTo(sum);
  }
}
