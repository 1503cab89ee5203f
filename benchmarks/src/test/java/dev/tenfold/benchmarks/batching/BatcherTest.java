package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatcherTest {
  private static final int SIZE = 10;
  private static final long AGE = 1000;

  private final List<List<Integer>> batches = new ArrayList<>();
  private long now;

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MAX_VALUE - 5000})
  void noBatchIsTooLargeNoItemTooOldAndNothingFlushedTooEarly(long start) {
    now = start;
    Random random = new Random(3);
    Batcher<Integer> batcher = batcher(SIZE, AGE);
    List<Long> arrivals = new ArrayList<>();
    int flushed = 0;
    while (arrivals.size() < 10_000) {
      now += random.nextInt(150);
      int before = batches.size();
      if (random.nextInt(4) == 0) {
        batcher.tick();
      } else {
        arrivals.add(now);
        batcher.add(arrivals.size() - 1);
      }
      assertThat(batches.size() - before).as("batches at one look").isLessThanOrEqualTo(1);
      if (batches.size() > before) {
        List<Integer> batch = batches.get(before);
        boolean old = now - arrivals.get(batch.get(0)) >= AGE;
        assertThat(batch.size() == SIZE || batch.size() < SIZE && old).as("%s", batch).isTrue();
        flushed += batch.size();
      } else if (flushed < arrivals.size()) {
        assertThat(now - arrivals.get(flushed)).as("age of the oldest").isLessThan(AGE);
        assertThat(arrivals.size() - flushed).as("items that wait").isLessThan(SIZE);
      }
    }
    assertAllFlushedInOrder(flushed);
    assertThat(batches).anyMatch(batch -> batch.size() == SIZE);
    assertThat(batches).anyMatch(batch -> batch.size() < SIZE);
  }

  private void assertAllFlushedInOrder(int flushed) {
    assertThat(batches.stream().flatMap(List::stream).toList())
        .isEqualTo(IntStream.range(0, flushed).boxed().toList());
  }

  @Test
  void theAgeIsThatOfTheFirstItemOfTheBatch() {
    Batcher<Integer> batcher = batcher(SIZE, AGE);
    batcher.add(1);
    now = AGE - 1;
    batcher.add(2);
    batcher.tick();
    assertThat(batches).isEmpty();
    now = AGE;
    batcher.tick();
    assertThat(batches).containsExactly(List.of(1, 2));
    batcher.add(3);
    now = 2 * AGE - 1;
    batcher.tick();
    assertThat(batches).hasSize(1);
    now = 2 * AGE;
    batcher.add(4);
    assertThat(batches).containsExactly(List.of(1, 2), List.of(3, 4));
  }

  @Test
  void nothingIsFlushedWhereNothingWaits() {
    Batcher<Integer> batcher = batcher(1, AGE);
    batcher.add(1);
    now = 10 * AGE;
    batcher.tick();
    assertThat(batches).containsExactly(List.of(1));
  }

  @Test
  void withoutALimitOfAgeTheClockIsNotRead() {
    Batcher<Integer> batcher =
        new Batcher<>(
            2,
            Batcher.ANY_AGE,
            () -> {
              throw new AssertionError("the clock was read");
            },
            batch -> batches.add(List.copyOf(batch)));
    batcher.add(1);
    batcher.tick();
    batcher.add(2);
    assertThat(batches).containsExactly(List.of(1, 2));
  }

  @Test
  void aBatchThatTheSinkRefusedIsNotPartOfTheNext() {
    Batcher<Integer> batcher =
        new Batcher<>(
            2,
            AGE,
            () -> now,
            batch -> {
              batches.add(List.copyOf(batch));
              if (batches.size() == 1) {
                throw new IllegalStateException("no");
              }
            });
    batcher.add(1);
    assertThatThrownBy(() -> batcher.add(2)).hasMessage("no");
    batcher.add(3);
    batcher.add(4);
    assertThat(batches).containsExactly(List.of(1, 2), List.of(3, 4));
  }

  @Test
  void limitsThatNoBatchCanKeepAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batcher(0, AGE))
        .withMessageContaining("at least 1 item");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batcher(SIZE, 0))
        .withMessageContaining("1 ns");
  }

  private Batcher<Integer> batcher(int size, long age) {
    return new Batcher<>(size, age, () -> now, batch -> batches.add(List.copyOf(batch)));
  }
}
