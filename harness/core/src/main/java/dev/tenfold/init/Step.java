package dev.tenfold.init;

import dev.tenfold.run.InputException;
import dev.tenfold.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What happens to one file.
 *
 * @param file of the project
 * @param deed what is done to it
 * @param why or what, in words that stand behind its name
 * @param content that it then has, each letter a byte; empty if it is left
 */
public record Step(Path file, Deed deed, String why, String content) {

  /** What can happen to a file; none is ever replaced by another. */
  public enum Deed {
    /** It was not there and is made. */
    WRITE,
    /** Lines are added to it. */
    ADD,
    /** It stays as it is. */
    LEAVE
  }

  static Step leave(Path file, String why) {
    return new Step(file, Deed.LEAVE, why, "");
  }

  /**
   * Does it.
   *
   * @throws InputException if the file cannot be written
   */
  void take() {
    if (deed == Deed.LEAVE) {
      return;
    }
    try {
      Files.createDirectories(file.resolveSibling(""));
    } catch (IOException e) {
      throw new InputException(
          "The directory of %s cannot be made: %s".formatted(file, e.getMessage()), e);
    }
    AtomicFile.write(file, out -> out.write(content.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
