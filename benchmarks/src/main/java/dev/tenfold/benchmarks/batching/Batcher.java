package dev.tenfold.benchmarks.batching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Collects items, and flushes them when there are enough or when the first has waited long enough.
 *
 * <p>It has no thread of its own. The age is looked at when an item is added and at each {@link
 * #tick}, which a program calls now and then, lest the last items wait for ever; so none is older
 * than the limit and the time between two looks together. For one thread, or with a lock.
 *
 * @param <T> what is collected
 */
final class Batcher<T> {
  /** A limit of age that is never reached: the clock is then not even read. */
  static final long ANY_AGE = Long.MAX_VALUE;

  /** A limit of size that is never reached. */
  static final int ANY_SIZE = Integer.MAX_VALUE;

  private final int size;
  private final long age;
  private final LongSupplier clock;
  private final Consumer<List<T>> sink;
  private final List<T> waiting = new ArrayList<>();
  private long since;

  /**
   * @param size the most items in a batch
   * @param age for how long the first item of a batch may wait, in nanoseconds
   * @param clock nanoseconds from any moment on, such as {@link System#nanoTime}
   * @param sink gets each batch, and may not keep the list
   */
  Batcher(int size, long age, LongSupplier clock, Consumer<List<T>> sink) {
    if (size < 1 || age < 1) {
      throw new IllegalArgumentException(
          "A batch has at least 1 item and 1 ns to wait, not %d and %d.".formatted(size, age));
    }
    this.size = size;
    this.age = age;
    this.clock = clock;
    this.sink = sink;
  }

  void add(T item) {
    long now = now();
    if (waiting.isEmpty()) {
      since = now;
    }
    waiting.add(item);
    if (waiting.size() >= size || now - since >= age) {
      flush();
    }
  }

  /** Flushes what has waited long enough. */
  void tick() {
    if (!waiting.isEmpty() && now() - since >= age) {
      flush();
    }
  }

  /** What the sink throws is thrown on, and its batch is gone: no later one exceeds the size. */
  private void flush() {
    try {
      sink.accept(waiting);
    } finally {
      waiting.clear();
    }
  }

  private long now() {
    return age == ANY_AGE ? 0 : clock.getAsLong();
  }
}
