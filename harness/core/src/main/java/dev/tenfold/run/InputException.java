package dev.tenfold.run;

import java.util.Objects;

/**
 * What the user gave cannot be used: a file, an option, a configuration, a jar.
 *
 * <p>The message is the whole story, in sentences: which file or benchmark, what was expected, what
 * was found, and where it helps the next command to type. Entry points print it without a stack
 * trace and end with exit code 1.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
