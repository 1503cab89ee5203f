package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSortTest {
  @ParameterizedTest
  @ValueSource(ints = {100, 1000, 10_000})
  void bothGiveTheNumbersOfTheNextArrayInAscendingOrder(int size) {
    NumberSort primitives = benchmark(size);
    NumberSort boxes = benchmark(size);
    long[][] batches = Batches.of(size);
    // Beyond the last one: what is sorted in place would be sorted already the second time.
    for (int i = 1; i < batches.length + 10; i++) {
      long[] unsorted = batches[i % batches.length];
      assertThat(primitives.primitives()).isNotEqualTo(unsorted).isEqualTo(sorted(unsorted));
      assertThat(unboxed(boxes.boxes())).isEqualTo(sorted(unsorted));
    }
  }

  private static NumberSort benchmark(int size) {
    NumberSort benchmark = new NumberSort();
    benchmark.size = size;
    benchmark.draw();
    return benchmark;
  }

  private static long[] sorted(long[] numbers) {
    return Arrays.stream(numbers).sorted().toArray();
  }

  private static long[] unboxed(Long[] boxes) {
    return Arrays.stream(boxes).mapToLong(box -> box).toArray();
  }
}
