package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.data.Keys;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListAppendTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000})
  void allListsHoldTheSameElementsInTheSameOrder(int size) {
    ListAppend benchmark = new ListAppend();
    benchmark.size = size;
    benchmark.draw();
    int[] elements = Keys.ints(size, 1);
    assertThat(benchmark.array()).isEqualTo(elements);
    assertThat(benchmark.intArrayList().toIntArray()).isEqualTo(elements);
    assertThat(benchmark.arrayList().stream().mapToInt(i -> i).toArray()).isEqualTo(elements);
  }
}
