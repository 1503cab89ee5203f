package dev.tenfold.terminal;

import java.util.Map;

/** Whether text is painted or left as it is. */
public enum Style {
  PLAIN,
  COLOUR;

  /**
   * What fits where nothing was asked for: colour on a terminal that is not dumb, unless the user
   * keeps a {@code NO_COLOR} in the environment that is not empty (no-color.org).
   *
   * @param environment variables by name
   * @param terminal whether a terminal reads what is written
   */
  public static Style detect(Map<String, String> environment, boolean terminal) {
    boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    return terminal && !unwanted && !dumb ? COLOUR : PLAIN;
  }

  /** What was asked for; an explicit wish counts more than the environment. */
  public static Style of(Colour wish, Map<String, String> environment, boolean terminal) {
    return switch (wish) {
      case ALWAYS -> COLOUR;
      case NEVER -> PLAIN;
      case AUTO -> detect(environment, terminal);
    };
  }

  /** The text in this look, if this style paints at all. */
  public String paint(Ansi look, String text) {
    return this == COLOUR && !text.isEmpty() ? look.around(text) : text;
  }
}
