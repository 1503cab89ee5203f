package dev.tenfold.run;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A unit of a score, as JMH spells it, and how it converts within its dimension.
 *
 * @param text as JMH writes it, for example {@code ns/op}
 * @param dimension what is counted; only units of one dimension convert
 * @param scale how many of the dimension's own unit (s/op, ops/s, B/op) one of this unit is;
 *     positive
 */
public record Unit(String text, Dimension dimension, double scale) {

  /** What a unit counts. */
  public enum Dimension {
    TIME_PER_OPERATION(Better.LOWER),
    OPERATIONS_PER_TIME(Better.HIGHER),
    BYTES_PER_OPERATION(Better.LOWER),
    /** Anything else: such a unit converts to itself alone. */
    OTHER(Better.NEITHER);

    private final Better better;

    Dimension(Better better) {
      this.better = better;
    }

    /** The way in which numbers of this dimension get better. */
    public Better better() {
      return better;
    }
  }

  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "\u00b5s", 1e-6, "\u03bcs", 1e-6, "ms", 1e-3, "s", 1.0, "min",
          60.0, "hr", 3600.0, "day", 86400.0);

  private static final Map<String, Double> BYTES =
      Map.of("B", 1.0, "KB", 1024.0, "MB", 1024.0 * 1024, "GB", 1024.0 * 1024 * 1024);

  public Unit {
    if (!(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException("The scale of " + text + " is not positive: " + scale);
    }
  }

  /** The unit that JMH spells like this; a spelling that is not known is a dimension of its own. */
  public static Unit of(String text) {
    int slash = text.indexOf('/');
    if (slash > 0) {
      String above = text.substring(0, slash);
      String below = text.substring(slash + 1);
      if (below.equals("op") && SECONDS.containsKey(above)) {
        return new Unit(text, Dimension.TIME_PER_OPERATION, SECONDS.get(above));
      }
      if (above.equals("ops") && SECONDS.containsKey(below)) {
        return new Unit(text, Dimension.OPERATIONS_PER_TIME, 1 / SECONDS.get(below));
      }
      if (below.equals("op") && BYTES.containsKey(above)) {
        return new Unit(text, Dimension.BYTES_PER_OPERATION, BYTES.get(above));
      }
    }
    return new Unit(text, Dimension.OTHER, 1);
  }

  /** A time as JMH writes it in its settings, {@code 100 ms}, in seconds; empty if it is none. */
  public static OptionalDouble seconds(String time) {
    String[] words = time.split(" ", -1);
    return words.length == 2 && words[0].matches("[0-9]{1,9}") && SECONDS.containsKey(words[1])
        ? OptionalDouble.of(Double.parseDouble(words[0]) * SECONDS.get(words[1]))
        : OptionalDouble.empty();
  }

  /**
   * What a number of this unit is multiplied by to be one of the other; empty where the two count
   * different things.
   */
  public Optional<Double> factorTo(Unit other) {
    if (text.equals(other.text)) {
      return Optional.of(1.0);
    }
    if (dimension == Dimension.OTHER || dimension != other.dimension) {
      return Optional.empty();
    }
    return Optional.of(scale / other.scale);
  }

  @Override
  public String toString() {
    return text;
  }
}
