package dev.tenfold.benchmarks.data;

import java.util.Random;

/**
 * Distinct keys without an order, and uniform choices among them.
 *
 * <p>Keys such as 0, 1, 2 would flatter every hash table: they fall into the buckets one after the
 * other and never collide. These come from the xorshift generators of Marsaglia (Xorshift RNGs,
 * Journal of Statistical Software 8(14), 2003, sections 2 and 3), which run through all numbers but
 * 0 before any comes twice: distinct without a set to check it, and the first half of an array is
 * free of the keys in the second half, which serve as keys that are absent.
 */
public final class Keys {
  /** Steps after which the few bits of a small seed have spread over the whole number. */
  private static final int MIXING = 32;

  private Keys() {}

  /**
   * Distinct keys, none of them 0.
   *
   * @param count 0 or more
   * @param seed not 0, the one number that xorshift cannot leave
   */
  public static int[] ints(int count, int seed) {
    requireSeed(seed != 0);
    int[] keys = new int[count];
    int key = seed;
    for (int i = -MIXING; i < count; i++) {
      key ^= key << 13;
      key ^= key >>> 17;
      key ^= key << 5;
      if (i >= 0) {
        keys[i] = key;
      }
    }
    return keys;
  }

  /**
   * Distinct keys, none of them 0.
   *
   * @param count 0 or more
   * @param seed not 0, the one number that xorshift cannot leave
   */
  public static long[] longs(int count, long seed) {
    requireSeed(seed != 0);
    long[] keys = new long[count];
    long key = seed;
    for (int i = -MIXING; i < count; i++) {
      key ^= key << 13;
      key ^= key >>> 7;
      key ^= key << 17;
      if (i >= 0) {
        keys[i] = key;
      }
    }
    return keys;
  }

  /**
   * Indices drawn uniformly and independently from 0 (inclusive) to {@code bound} (exclusive).
   *
   * @param bound at least 1
   * @param count 0 or more
   */
  public static int[] picks(int bound, int count, long seed) {
    Random random = new Random(seed);
    int[] picks = new int[count];
    for (int i = 0; i < count; i++) {
      picks[i] = random.nextInt(bound);
    }
    return picks;
  }

  private static void requireSeed(boolean usable) {
    if (!usable) {
      throw new IllegalArgumentException("The seed of distinct keys is not 0.");
    }
  }
}
