package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.data.Keys;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedRangeTest {
  private static final int RANGES = 10_000;

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 10_000})
  void allStructuresAddUpTheSameValues(int size) {
    long[] sums = treeMap(size);
    assertThat(concurrentSkipListMap(size)).isEqualTo(sums);
    assertThat(sortedArray(size)).isEqualTo(sums);
    assertThat(Arrays.stream(sums).distinct().count())
        .as("how many of the ranges are asked for")
        .isGreaterThan((size - 9) / 2);
  }

  @Test
  void theOnlyRangeOfTenKeysIsAllOfThem() {
    long sum = Arrays.stream(Keys.longs(10, 1)).map(key -> ~key).sum();
    assertThat(sortedArray(10)).containsOnly(sum);
  }

  private static long[] treeMap(int size) {
    SortedRange benchmark = benchmark(size);
    SortedRange.Tree tree = new SortedRange.Tree();
    tree.fill(benchmark);
    return sums(() -> benchmark.treeMap(tree));
  }

  private static long[] concurrentSkipListMap(int size) {
    SortedRange benchmark = benchmark(size);
    SortedRange.SkipList list = new SortedRange.SkipList();
    list.fill(benchmark);
    return sums(() -> benchmark.concurrentSkipListMap(list));
  }

  private static long[] sortedArray(int size) {
    SortedRange benchmark = benchmark(size);
    SortedRange.Sorted sorted = new SortedRange.Sorted();
    sorted.fill(benchmark);
    return sums(() -> benchmark.sortedArray(sorted));
  }

  private static SortedRange benchmark(int size) {
    SortedRange benchmark = new SortedRange();
    benchmark.size = size;
    benchmark.draw();
    return benchmark;
  }

  private static long[] sums(LongSupplier range) {
    return LongStream.generate(range).limit(RANGES).toArray();
  }
}
