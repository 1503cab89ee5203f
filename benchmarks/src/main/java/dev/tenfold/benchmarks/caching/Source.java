package dev.tenfold.benchmarks.caching;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What a cache holds copies of: for each key, how often it was written. For one thread.
 *
 * <p>It stands in for a data base without being one: a load costs a fixed amount of the processor's
 * work, so that the score depends neither on a network nor on a disk.
 */
final class Source {
  /**
   * What a load costs, in tokens of {@link Blackhole#consumeCPU}: about a microsecond, and so
   * several times an access to a cache. In proportion to it the times grow with what is missed.
   */
  static final int PRICE = 500;

  private final Int2IntOpenHashMap writes = new Int2IntOpenHashMap();

  /** A key as it was after so many writes. */
  record Version(int key, int number) {}

  /** The present version, at the price of a load. */
  Version load(int key) {
    Blackhole.consumeCPU(PRICE);
    return current(key);
  }

  /** The present version, for nothing. */
  Version current(int key) {
    return new Version(key, writes.get(key));
  }

  /** Whether no write has come since; for nothing. */
  boolean isCurrent(Version version) {
    return writes.get(version.key()) == version.number();
  }

  /** Writes a key; for nothing, because however a cache is kept fresh, a write costs the same. */
  Version write(int key) {
    writes.addTo(key, 1);
    return current(key);
  }
}
