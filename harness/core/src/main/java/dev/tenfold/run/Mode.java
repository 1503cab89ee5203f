package dev.tenfold.run;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What JMH measured, which also says which way is better. */
public enum Mode {
  /** Operations per unit of time. */
  THROUGHPUT("thrpt", Better.HIGHER),
  /** Average time of an operation. */
  AVERAGE_TIME("avgt", Better.LOWER),
  /** Time of single operations, sampled: the only mode with a distribution of latencies. */
  SAMPLE_TIME("sample", Better.LOWER),
  /** Time of one invocation, cold. */
  SINGLE_SHOT("ss", Better.LOWER);

  private final String label;
  private final Better better;

  Mode(String label, Better better) {
    this.label = label;
    this.better = better;
  }

  /** JMH's own short label, as in its JSON and after {@code -bm}. */
  public String label() {
    return label;
  }

  /** The way in which the score of this mode gets better. */
  public Better better() {
    return better;
  }

  /**
   * The mode with this label.
   *
   * @throws InputException if no mode has it
   */
  public static Mode of(String label) {
    return Arrays.stream(values())
        .filter(mode -> mode.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "The mode \"%s\" is none of JMH's: %s."
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(Mode::label)
                                .collect(Collectors.joining(", ")))));
  }
}
