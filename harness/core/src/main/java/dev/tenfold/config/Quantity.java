package dev.tenfold.config;

import dev.tenfold.run.InputException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the amounts that people write in a configuration and after an option. */
public final class Quantity {
  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d+(?:\\.\\d+)?) ?([a-z%]*)");
  private static final Map<String, Double> SECONDS =
      Map.of("us", 1e-6, "ms", 1e-3, "s", 1.0, "m", 60.0, "min", 60.0, "h", 3600.0);

  private Quantity() {}

  /**
   * A time such as {@code 200ms}, {@code 1.5 s} or {@code 10m}, more than none; a bare number is
   * seconds.
   */
  public static Duration duration(String text) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
    if (matcher.matches()) {
      Double scale = matcher.group(2).isEmpty() ? Double.valueOf(1) : SECONDS.get(matcher.group(2));
      double seconds = Double.parseDouble(matcher.group(1)) * (scale == null ? 0 : scale);
      if (scale != null && seconds >= 1e-9 && seconds < 1e9) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
      }
    }
    throw new InputException(
        "\"%s\" is no time. Write a number and its unit: 200ms, 1s, 10m.".formatted(text));
  }

  /** How long a turn is; {@code off} for no turns at all. */
  public static Optional<Duration> turn(String text) {
    return text.strip().equals("off") ? Optional.empty() : Optional.of(duration(text));
  }

  /**
   * A fraction such as {@code 5%} or {@code 0.05}, which are the same. From 0 to 1000 %; above 1
   * only as a per cent, because somebody who writes 5 means 5 % and not 500.
   */
  public static double fraction(String text) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
    if (matcher.matches() && (matcher.group(2).isEmpty() || matcher.group(2).equals("%"))) {
      double number = Double.parseDouble(matcher.group(1)) / (matcher.group(2).isEmpty() ? 1 : 100);
      if (number <= (matcher.group(2).isEmpty() ? 1 : 10)) {
        return number;
      }
    }
    throw new InputException(
        "\"%s\" is no fraction. Write a per cent or a number: 5%%, 0.05.".formatted(text));
  }
}
