package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorityHoldTest {
  private static final int HOLDS = 100_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000})
  void allQueuesGiveTheSameElementsInTheSameOrder(int size) {
    long[] given = priorityQueue(size);
    assertThat(longHeapPriorityQueue(size)).isEqualTo(given);
    assertThat(treeSet(size)).isEqualTo(given);
    assertThat(sortedArray(size)).isEqualTo(given);
    assertThat(given).isSorted();
  }

  private static long[] priorityQueue(int size) {
    PriorityHold benchmark = benchmark(size);
    PriorityHold.Heap heap = new PriorityHold.Heap();
    heap.fill(benchmark);
    return given(() -> benchmark.priorityQueue(heap));
  }

  private static long[] longHeapPriorityQueue(int size) {
    PriorityHold benchmark = benchmark(size);
    PriorityHold.PrimitiveHeap heap = new PriorityHold.PrimitiveHeap();
    heap.fill(benchmark);
    return given(() -> benchmark.longHeapPriorityQueue(heap));
  }

  private static long[] treeSet(int size) {
    PriorityHold benchmark = benchmark(size);
    PriorityHold.Tree tree = new PriorityHold.Tree();
    tree.fill(benchmark);
    return given(() -> benchmark.treeSet(tree));
  }

  private static long[] sortedArray(int size) {
    PriorityHold benchmark = benchmark(size);
    PriorityHold.Sorted sorted = new PriorityHold.Sorted();
    sorted.fill(benchmark);
    return given(() -> benchmark.sortedArray(sorted));
  }

  private static PriorityHold benchmark(int size) {
    PriorityHold benchmark = new PriorityHold();
    benchmark.size = size;
    benchmark.draw();
    return benchmark;
  }

  private static long[] given(LongSupplier hold) {
    return LongStream.generate(hold).limit(HOLDS).toArray();
  }
}
