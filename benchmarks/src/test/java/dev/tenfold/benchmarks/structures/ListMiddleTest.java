package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListMiddleTest {
  private static final int INSERTIONS = 3000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 101, 1000})
  void bothListsHoldTheSameElementsInTheSameOrder(int size) {
    ListMiddle ofArray = benchmark(size);
    ListMiddle.Array array = new ListMiddle.Array();
    array.fill(ofArray);
    ListMiddle ofLinked = benchmark(size);
    ListMiddle.Linked linked = new ListMiddle.Linked();
    linked.fill(ofLinked);
    for (int i = 0; i < INSERTIONS; i++) {
      assertThat(ofLinked.linkedList(linked)).isEqualTo(ofArray.arrayList(array));
    }
    assertThat(linked.list).hasSize(size).isEqualTo(array.list);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1001})
  void onlyTheSecondHalfIsNew(int size) {
    ListMiddle benchmark = benchmark(size);
    ListMiddle.Linked linked = new ListMiddle.Linked();
    linked.fill(benchmark);
    Object[] before = linked.list.toArray();
    for (int i = 0; i < INSERTIONS; i++) {
      benchmark.linkedList(linked);
    }
    for (int i = 0; i < size; i++) {
      boolean same = linked.list.get(i) == before[i];
      assertThat(same).as("element %d is where it was", i).isEqualTo(i < size / 2);
    }
  }

  private static ListMiddle benchmark(int size) {
    ListMiddle benchmark = new ListMiddle();
    benchmark.size = size;
    benchmark.draw();
    return benchmark;
  }
}
