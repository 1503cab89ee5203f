package dev.tenfold.terminal;

import dev.tenfold.run.InputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether the user wants colour, as given with {@code --color}. */
public enum Colour {
  /** Where it is read on a terminal that can show it. */
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * The choice of this name.
   *
   * @param name auto, always or never
   * @throws InputException if it is another one
   */
  public static Colour of(String name) {
    return Arrays.stream(values())
        .filter(colour -> colour.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "Colour can be had %s, not \"%s\"."
                        .formatted(
                            Arrays.stream(values())
                                .map(Colour::toString)
                                .collect(Collectors.joining(", ")),
                            Visible.of(name))));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
