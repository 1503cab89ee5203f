package dev.tenfold.benchmarks.structures;

import dev.tenfold.benchmarks.data.Keys;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Arrays of numbers in no order, enough of them that a processor does not learn them.
 *
 * <p>A branch predictor remembers how ten thousand comparisons came out. Who sorts the same few
 * hundred numbers again and again measures a sort that never guesses wrong.
 */
final class Batches {
  private static final int NUMBERS = 1 << 17;

  private Batches() {}

  /**
   * Different arrays of one size, no number of which comes twice.
   *
   * @param size of each; at least 1
   */
  static long[][] of(int size) {
    int count = Math.max(1, NUMBERS / size);
    long[] numbers = Keys.longs(count * size, 1);
    return IntStream.range(0, count)
        .mapToObj(batch -> Arrays.copyOfRange(numbers, batch * size, (batch + 1) * size))
        .toArray(long[][]::new);
  }
}
