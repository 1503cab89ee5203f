package dev.tenfold.config;

import dev.tenfold.run.InputException;
import java.util.List;
import java.util.Locale;

/** How the measured JVMs compile. */
public enum JvmMode {
  /** As a JVM does that is told nothing, and as in production. */
  AS_IS(List.of()),
  /**
   * With fewer dice: what is hot is compiled once, by the optimising compiler alone, and waited
   * for. Two JVMs that run the same code then come to the same machine code more often, so that
   * fewer pairs are needed. It is not the JVM of production.
   */
  CALM(List.of("-XX:-TieredCompilation", "-Xbatch"));

  private final List<String> args;

  JvmMode(List<String> args) {
    this.args = args;
  }

  /** What the measured JVM is told. */
  public List<String> args() {
    return args;
  }

  /**
   * The mode of this name.
   *
   * @throws InputException if there is none
   */
  public static JvmMode of(String name) {
    for (JvmMode mode : values()) {
      if (mode.toString().equals(name)) {
        return mode;
      }
    }
    throw new InputException("There is no JVM mode \"%s\": choose calm or as-is.".formatted(name));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
