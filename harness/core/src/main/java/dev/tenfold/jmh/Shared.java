package dev.tenfold.jmh;

import java.util.HashMap;
import java.util.Map;

/**
 * One instance of each value that repeats from result to result (names, units, settings), so that a
 * hundred thousand results fit into a small heap. Past a limit, values are no longer shared.
 */
final class Shared {
  private static final int LIMIT = 10_000;

  private final Map<Object, Object> known = new HashMap<>();

  /** The value that equals this one, which must be immutable. */
  <T> T one(T value) {
    Object first = known.get(value);
    if (first == null) {
      if (known.size() < LIMIT) {
        known.put(value, value);
      }
      return value;
    }
    @SuppressWarnings("unchecked") // Records and strings equal only values of their own class.
    T same = (T) first;
    return same;
  }
}
