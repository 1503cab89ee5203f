package dev.tenfold.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StacksTest {
  @Test
  void everyStackReturnsEveryElementOnce() throws Exception {
    List<Integer> pushed = IntStream.range(0, Cursor.LENGTH).boxed().toList();
    assertThat(popped(Stacks::treiberStack)).isEqualTo(pushed);
    assertThat(popped(Stacks::lockedArrayDeque)).isEqualTo(pushed);
    assertThat(popped(Stacks::concurrentLinkedDeque)).isEqualTo(pushed);
  }

  @Test
  void bothStacksOfOursGiveTheNewestFirst() {
    TreiberStack<Integer> treiber = new TreiberStack<>();
    LockedStack<Integer> locked = new LockedStack<>();
    for (int i = 0; i < 5; i++) {
      treiber.push(i);
      locked.push(i);
    }
    for (int i = 4; i >= 0; i--) {
      assertThat(treiber.pop()).isEqualTo(i);
      assertThat(locked.pop()).isEqualTo(i);
    }
    assertThat(treiber.pop()).isNull();
    assertThat(locked.pop()).isNull();
  }

  /** What both threads pop, of whom each pushes another half of the items; sorted. */
  private static List<Integer> popped(BiFunction<Stacks, Cursor, Integer> pushAndPop)
      throws Exception {
    Stacks stacks = new Stacks();
    stacks.box();
    List<Integer> all = new ArrayList<>();
    TwoThreads.results(thread -> half(thread, stacks, pushAndPop)).forEach(all::addAll);
    Collections.sort(all);
    return all;
  }

  private static List<Integer> half(
      int thread, Stacks stacks, BiFunction<Stacks, Cursor, Integer> pushAndPop) {
    Cursor cursor = TwoThreads.cursor(thread);
    List<Integer> items = new ArrayList<>();
    for (int i = 0; i < Cursor.LENGTH / 2; i++) {
      items.add(pushAndPop.apply(stacks, cursor));
    }
    return items;
  }
}
