package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapOverOffHeapTest {
  private static final int READS = 50_000;

  @ParameterizedTest
  @ValueSource(ints = {11, 100, 1000})
  void everyTierGivesTheTextsAndCountsItsReads(int size) {
    HeapOverOffHeap benchmark = new HeapOverOffHeap();
    benchmark.size = size;
    benchmark.draw();
    HeapOverOffHeap.Heap heap = new HeapOverOffHeap.Heap();
    heap.fill(benchmark);
    HeapOverOffHeap.OffHeap offHeap = new HeapOverOffHeap.OffHeap();
    offHeap.fill(benchmark);
    HeapOverOffHeap.Both both = new HeapOverOffHeap.Both();
    both.open(offHeap);

    Tiers first = Rounds.reads(READS, size, (cursor, count) -> benchmark.heap(heap, cursor, count));
    assertThat(first.heap).isEqualTo(READS);
    assertThat(first.store).isZero();

    Tiers second =
        Rounds.reads(READS, size, (cursor, count) -> benchmark.offHeap(offHeap, cursor, count));
    assertThat(second.heap).isZero();
    assertThat(second.store).isEqualTo(READS);

    Tiers tiers =
        Rounds.reads(
            READS, size, (cursor, count) -> benchmark.heapThenOffHeap(both, cursor, count));
    assertThat(tiers.heap + tiers.store).isEqualTo(READS);
    assertThat((double) tiers.heap / READS).isBetween(0.6, 0.8);
  }
}
