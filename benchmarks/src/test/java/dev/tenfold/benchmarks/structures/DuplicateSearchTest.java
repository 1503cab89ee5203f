package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateSearchTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 8, 512, 4096})
  void allWaysAgreeThatThereIsNone(int size) {
    assertThat(search(benchmark(size))).containsOnly(false);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 511", "510, 511", "100, 300"})
  void allWaysFindTheOneThereIs(int one, int other) {
    DuplicateSearch benchmark = benchmark(512);
    for (long[] numbers : benchmark.batches) {
      numbers[other] = numbers[one];
    }
    assertThat(search(benchmark)).containsOnly(true);
  }

  private static DuplicateSearch benchmark(int size) {
    DuplicateSearch benchmark = new DuplicateSearch();
    benchmark.size = size;
    benchmark.draw();
    return benchmark;
  }

  private static boolean[] search(DuplicateSearch benchmark) {
    return new boolean[] {benchmark.hashSet(), benchmark.sort(), benchmark.nestedLoops()};
  }
}
