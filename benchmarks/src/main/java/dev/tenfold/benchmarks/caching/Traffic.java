package dev.tenfold.benchmarks.caching;

import dev.tenfold.benchmarks.data.Zipf;
import java.util.Random;

/** Which keys are asked for, one after the other. */
public enum Traffic {
  /** A few keys are asked for often and many seldom: Zipf's distribution. */
  SKEWED {
    @Override
    int[] keys(int count, Random random) {
      Zipf zipf = new Zipf(UNIVERSE, EXPONENT);
      int[] keys = new int[count];
      for (int i = 0; i < count; i++) {
        keys[i] = zipf.draw(random);
      }
      return keys;
    }
  },

  /**
   * The same keys over and over in the same order, a quarter more than fit, as a job does that
   * re-reads a table. LRU throws each one out just before it comes again; knowing the future one
   * would hit in four of five.
   */
  LOOP {
    @Override
    int[] keys(int count, Random random) {
      int[] keys = new int[count];
      for (int i = 0; i < count; i++) {
        keys[i] = i % LOOPED;
      }
      return keys;
    }
  },

  /**
   * Skewed traffic which is interrupted, again and again, by as many keys as fit that nobody ever
   * asks for a second time, as a backup or a crawler does. Half of the accesses are such.
   */
  SCAN {
    @Override
    int[] keys(int count, Random random) {
      int[] keys = SKEWED.keys(count, random);
      int once = UNIVERSE;
      for (int i = 0; i < count; i++) {
        if (i / CAPACITY % 2 == 1) {
          keys[i] = once++;
        }
      }
      return keys;
    }
  };

  /** How many keys the skewed traffic asks for. */
  static final int UNIVERSE = 1 << 13;

  /**
   * Of the caches, in entries: a tenth of the skewed traffic's keys. Not more, because Caffeine
   * adapts itself to the traffic every ten times its capacity of accesses: with 6,500 entries the
   * hit rate still rose when the warm-up was over.
   */
  static final int CAPACITY = UNIVERSE / 10;

  /**
   * A quarter more than the capacity; it divides a trace's length, so that no loop is cut short.
   */
  private static final int LOOPED = 1 << 10;

  private static final double EXPONENT = 0.99;

  /** The keys of so many accesses, small numbers from 0. */
  abstract int[] keys(int count, Random random);
}
