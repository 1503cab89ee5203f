package dev.tenfold.benchmarks.caching;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.cache.CacheBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** What a cache evicts, and how several threads share it. */
public enum Policy {
  /**
   * Caffeine: W-TinyLFU (Einziger, Friedman and Manes, ACM Transactions on Storage 13(4), 2017).
   *
   * <p>Its maintenance runs in the calling thread. In the default pool it would run on another
   * core, unseen by a measurement of one thread, and the hit rate would depend on when that core is
   * free.
   *
   * <p>It looks for the best split of its space while it runs and does not always find the same
   * one: in nine runs of {@link Traffic#SKEWED} the hit rate settled between 0.714 and 0.731.
   * Misses, and with them the bytes allocated, therefore differ by some 6 % from fork to fork.
   */
  CAFFEINE(
      capacity ->
          Caffeine.newBuilder()
              .maximumSize(capacity)
              .executor(Runnable::run)
              .<Integer, Integer>build()
              .asMap()),

  /**
   * Guava's cache, which many a program would move away from: least recently used. By default it
   * splits its capacity into four segments, each with a lock and an order of its own, so that one
   * segment evicts while another has room; it evicts in the thread that stores.
   */
  GUAVA(
      capacity ->
          CacheBuilder.newBuilder().maximumSize(capacity).<Integer, Integer>build().asMap()),

  /** What one writes without a library: the JDK's linked map in the order of access, and a lock. */
  SYNCHRONIZED_LRU(capacity -> Collections.synchronizedMap(new LeastRecentlyUsed(capacity))),

  /** No eviction at all, whatever the capacity: what the others are paid in time for. */
  UNBOUNDED(capacity -> new ConcurrentHashMap<>());

  private final IntFunction<Map<Integer, Integer>> maker;

  Policy(IntFunction<Map<Integer, Integer>> maker) {
    this.maker = maker;
  }

  /**
   * An empty cache that any number of threads may use.
   *
   * @param capacity in entries; at least 1
   */
  Map<Integer, Integer> cache(int capacity) {
    return maker.apply(capacity);
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1;
    private final int capacity;

    LeastRecentlyUsed(int capacity) {
      super(16, 0.75f, true);
      this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
      return size() > capacity;
    }
  }
}
