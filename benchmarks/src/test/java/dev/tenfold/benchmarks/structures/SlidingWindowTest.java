package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.data.Keys;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingWindowTest {
  private static final int TURNS = 3000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 128, 1000})
  void allWindowsHaveTheSumOfTheLastNumbers(int size) {
    long[] numbers =
        LongStream.concat(Arrays.stream(Keys.longs(size, 1)), Arrays.stream(Keys.longs(TURNS, 2)))
            .toArray();
    long[] sums =
        LongStream.rangeClosed(1, TURNS)
            .map(from -> Arrays.stream(numbers).skip(from).limit(size).sum())
            .toArray();
    assertThat(arrayDeque(size)).isEqualTo(sums);
    assertThat(linkedList(size)).isEqualTo(sums);
    assertThat(arrayBlockingQueue(size)).isEqualTo(sums);
    assertThat(array(size)).isEqualTo(sums);
  }

  private static long[] arrayDeque(int size) {
    SlidingWindow benchmark = benchmark(size);
    SlidingWindow.Array array = new SlidingWindow.Array();
    array.fill(benchmark);
    return sums(() -> benchmark.arrayDeque(array));
  }

  private static long[] linkedList(int size) {
    SlidingWindow benchmark = benchmark(size);
    SlidingWindow.Linked linked = new SlidingWindow.Linked();
    linked.fill(benchmark);
    return sums(() -> benchmark.linkedList(linked));
  }

  private static long[] arrayBlockingQueue(int size) {
    SlidingWindow benchmark = benchmark(size);
    SlidingWindow.Blocking blocking = new SlidingWindow.Blocking();
    blocking.fill(benchmark);
    return sums(() -> benchmark.arrayBlockingQueue(blocking));
  }

  private static long[] array(int size) {
    SlidingWindow benchmark = benchmark(size);
    SlidingWindow.Ring ring = new SlidingWindow.Ring();
    ring.fill(benchmark);
    return sums(() -> benchmark.array(ring));
  }

  private static SlidingWindow benchmark(int size) {
    SlidingWindow benchmark = new SlidingWindow();
    benchmark.size = size;
    benchmark.draw();
    return benchmark;
  }

  private static long[] sums(LongSupplier turn) {
    return LongStream.generate(turn).limit(TURNS).toArray();
  }
}
