package dev.tenfold.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.infra.Control;

class HandoverTest {
  /** Many times the capacity, and every item once. */
  private static final int ITEMS = Cursor.LENGTH;

  @ParameterizedTest
  @EnumSource
  void everyItemIsTakenOnceAndInOrder(Channel queue) throws Exception {
    Handover benchmark = benchmark(queue);
    Handover.Takes takes = new Handover.Takes();
    List<List<Integer>> items =
        TwoThreads.results(thread -> thread == 0 ? put(benchmark) : take(benchmark, takes));
    assertThat(items.get(1)).isEqualTo(IntStream.range(0, ITEMS).boxed().toList());
    assertThat(takes.items).isEqualTo(ITEMS);
  }

  @ParameterizedTest
  @EnumSource
  void everyQueueHoldsTheSameNumberOfItems(Channel queue) {
    int capacity = 16;
    Channel.Ends ends = queue.open(capacity);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < capacity; i++) {
        assertThat(ends.offer(i)).isTrue();
      }
      assertThat(ends.offer(capacity)).isFalse();
      for (int i = 0; i < capacity; i++) {
        assertThat(ends.poll()).isEqualTo(i);
      }
      assertThat(ends.poll()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothEndsGiveUpWhenTheIterationIsOver(Channel queue) {
    Handover benchmark = benchmark(queue);
    Handover.Takes takes = new Handover.Takes();
    Handover.Puts puts = new Handover.Puts();
    Control over = new Control();
    over.stopMeasurement = true;
    assertThat(benchmark.take(takes, over)).isNull();
    assertThat(takes.empty).isEqualTo(1);
    Cursor cursor = TwoThreads.cursor(0);
    for (int i = 0; i < Handover.CAPACITY; i++) {
      assertThat(benchmark.put(cursor, puts, over)).isTrue();
    }
    assertThat(puts.full).isZero();
    assertThat(benchmark.put(cursor, puts, over)).isFalse();
    assertThat(puts.full).isEqualTo(1);
    assertThat(benchmark.take(takes, over)).isZero();
  }

  private static List<Integer> put(Handover benchmark) {
    Cursor cursor = TwoThreads.cursor(0);
    Handover.Puts count = new Handover.Puts();
    Control control = new Control();
    for (int i = 0; i < ITEMS; i++) {
      benchmark.put(cursor, count, control);
    }
    return List.of();
  }

  private static List<Integer> take(Handover benchmark, Handover.Takes count) {
    List<Integer> taken = new ArrayList<>();
    Control control = new Control();
    for (int i = 0; i < ITEMS; i++) {
      taken.add(benchmark.take(count, control));
    }
    return taken;
  }

  private static Handover benchmark(Channel queue) {
    Handover benchmark = new Handover();
    benchmark.queue = queue;
    benchmark.open();
    return benchmark;
  }
}
