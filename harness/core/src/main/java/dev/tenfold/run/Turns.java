package dev.tenfold.run;

/**
 * How a fork took turns with its partner on the other side: its first iteration in the same tenth
 * of a second as the partner's first, its second with the partner's second, and so on.
 *
 * @param pair the same number on both sides; 0 for the first pair of a benchmark
 * @param order who went first in each round, warm-up included: {@code b} for the base, {@code h}
 *     for the head
 */
public record Turns(int pair, String order) {
  public Turns {
    if (pair < 0 || !order.matches("[bh]*")) {
      throw new IllegalArgumentException(
          "A pair is numbered from 0 and its order is of b and h, not %s %s."
              .formatted(pair, order));
    }
  }
}
