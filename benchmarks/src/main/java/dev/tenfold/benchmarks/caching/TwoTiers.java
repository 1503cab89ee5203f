package dev.tenfold.benchmarks.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** A bounded cache in the heap, and behind it a store that has everything. */
final class TwoTiers {
  private final Cache<Integer, String> heap;
  private final Store store;

  /**
   * Nothing in the heap yet.
   *
   * @param capacity of the heap tier, in entries
   */
  TwoTiers(int capacity, Store store) {
    heap = Caffeine.newBuilder().maximumSize(capacity).executor(Runnable::run).build();
    this.store = store;
  }

  /**
   * Reads from the heap, or from the store and then keeps what it found.
   *
   * @param key one that the store has a text for
   */
  String read(Integer key, Tiers count) {
    String text = heap.getIfPresent(key);
    if (text != null) {
      count.heap++;
      return text;
    }
    count.store++;
    text = store.read(key);
    heap.put(key, text);
    return text;
  }
}
