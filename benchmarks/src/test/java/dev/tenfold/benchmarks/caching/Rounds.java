package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;

/** Goes through a trace with a benchmark, as one thread of JMH does. */
final class Rounds {
  private Rounds() {}

  /**
   * The hit rate in the second round, when the cache is full as in a measurement; every value of
   * both rounds is checked.
   */
  static double hitRate(Traffic traffic, BiFunction<Cursor, Hits, Integer> access) {
    Trace trace = Trace.of(traffic);
    Cursor cursor = new Cursor();
    round(trace, 0, cursor, access);
    Hits second = round(trace, Trace.LENGTH, cursor, access);
    return (double) second.hits / (second.hits + second.misses);
  }

  /** Every access from a position on until the trace has been gone through once. */
  static Hits round(
      Trace trace, int from, Cursor cursor, BiFunction<Cursor, Hits, Integer> access) {
    Hits count = new Hits();
    int wrong = 0;
    for (int i = 0; i < Trace.LENGTH; i++) {
      wrong += access.apply(cursor, count).equals(trace.key(from + i)) ? 0 : 1;
    }
    assertThat(wrong).as("wrong values").isZero();
    return count;
  }

  /** The first reads of the skewed trace, from tiers of texts of this length; each is checked. */
  static Tiers reads(int reads, int length, BiFunction<Cursor, Tiers, String> read) {
    Trace trace = Trace.of(Traffic.SKEWED);
    Cursor cursor = new Cursor();
    Tiers count = new Tiers();
    int wrong = 0;
    for (int i = 0; i < reads; i++) {
      wrong += read.apply(cursor, count).equals(Store.text(trace.key(i), length)) ? 0 : 1;
    }
    assertThat(wrong).as("wrong texts").isZero();
    return count;
  }
}
