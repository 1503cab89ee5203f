package dev.tenfold.compare;

import dev.tenfold.run.InputException;
import java.util.Arrays;
import java.util.Locale;

/** A way in which base and head may differ and still be compared, if the user says so. */
public enum Tolerance {
  /** The number of forks. */
  FORKS,
  /** Number, time or batch size of iterations. */
  ITERATIONS,
  /** Arguments of the measured JVM. */
  JVM_ARGS,
  /** Version or make of the JVM, or version of JMH. */
  JVM,
  /** The machine. */
  MACHINE;

  /**
   * The tolerance of this name, as {@link #toString()} gives it.
   *
   * @throws InputException if there is none
   */
  public static Tolerance of(String name) {
    return Arrays.stream(values())
        .filter(tolerance -> tolerance.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "What can be allowed to differ is forks, iterations, jvm-args, jvm or machine, not \"%s\"."
                        .formatted(name)));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
