package dev.tenfold.benchmarks.caching;

import dev.tenfold.benchmarks.data.Keys;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A sequence of accesses that repeats without end, drawn and boxed beforehand: what is measured is
 * the cache and not the generator.
 *
 * <p>Its length is a power of two, so that a position becomes an index by a mask and not by a
 * division; and many times the capacity of the caches, so that none remembers the sequence from one
 * round to the next.
 */
final class Trace {
  static final int LENGTH = 1 << 18;

  private static final double WRITES = 0.05;
  private static final long SEED = 20;

  private final Integer[] keys;
  private final boolean[] writes;

  private Trace(Integer[] keys, boolean[] writes) {
    this.keys = keys;
    this.writes = writes;
  }

  /** A trace of this traffic: one access in twenty, drawn at random, is a write. */
  static Trace of(Traffic traffic) {
    return of(traffic, WRITES);
  }

  /**
   * A trace of this traffic: the same keys whatever the share of writes.
   *
   * @param share of the accesses that are writes, from 0 to 1
   */
  static Trace of(Traffic traffic, double share) {
    Random random = new Random(SEED);
    int[] drawn = traffic.keys(LENGTH, random);
    Integer[] boxes = boxes(Arrays.stream(drawn).max().orElseThrow() + 1);
    Integer[] keys = new Integer[LENGTH];
    boolean[] writes = new boolean[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      keys[i] = boxes[drawn[i]];
      writes[i] = random.nextDouble() < share;
    }
    return new Trace(keys, writes);
  }

  /** One box a key, without an order: neighbours in rank must not be neighbours in the table. */
  private static Integer[] boxes(int count) {
    int[] scattered = Keys.ints(count, (int) SEED);
    Integer[] boxes = new Integer[count];
    for (int i = 0; i < count; i++) {
      boxes[i] = scattered[i];
    }
    return boxes;
  }

  /** The key at a position; any number is one. */
  Integer key(int position) {
    return keys[position & (LENGTH - 1)];
  }

  /** Whether the access at a position is a write; any number is one. */
  boolean isWrite(int position) {
    return writes[position & (LENGTH - 1)];
  }

  /** Every key that is asked for, once, in the order of the first access. */
  Set<Integer> distinctKeys() {
    return new LinkedHashSet<>(Arrays.asList(keys));
  }

  /**
   * Does the access at a position as programs do it: reads, and stores what was missing; or writes.
   * The value of a key is the key.
   *
   * @return the value
   */
  Integer access(Map<Integer, Integer> cache, int position, Hits count) {
    Integer key = key(position);
    if (isWrite(position)) {
      cache.put(key, key);
      return key;
    }
    Integer value = cache.get(key);
    if (value != null) {
      count.hits++;
      return value;
    }
    count.misses++;
    cache.put(key, key);
    return key;
  }
}
