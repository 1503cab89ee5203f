package dev.tenfold.growth;

import java.util.function.DoubleUnaryOperator;

/** How time grows with the size of the input, the slowest growth first. */
public enum Order {
  CONSTANT("1", n -> 0),
  LOGARITHMIC("log n", n -> Math.log(Math.log1p(n))),
  LINEAR("n", Math::log),
  LINEARITHMIC("n log n", n -> Math.log(n) + Math.log(Math.log1p(n))),
  QUADRATIC("n^2", n -> 2 * Math.log(n));

  private final String text;
  private final DoubleUnaryOperator log;

  Order(String text, DoubleUnaryOperator log) {
    this.text = text;
    this.log = log;
  }

  /** As people write it, such as {@code n log n}. */
  public String text() {
    return text;
  }

  /**
   * The logarithm of this function of a size. Its own logarithm is of the size plus 1, so that it
   * has a value at 1 too.
   *
   * @param size positive
   */
  public double log(double size) {
    return log.applyAsDouble(size);
  }
}
