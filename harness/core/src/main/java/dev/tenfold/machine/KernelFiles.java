package dev.tenfold.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The small text files in which the kernel tells about itself. Whatever is missing, forbidden or
 * not as expected is empty; nothing here throws.
 *
 * @param root directory that holds {@code proc} and {@code sys}
 */
record KernelFiles(Path root) {

  /** Those of the machine that this runs on. */
  static KernelFiles here() {
    return new KernelFiles(Path.of("/"));
  }

  boolean has(String file) {
    try {
      return Files.exists(root.resolve(file));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The whole content without the blanks around it; present but empty for an empty file. */
  Optional<String> text(String file) {
    try {
      // Latin 1, because no sequence of bytes is malformed in it.
      byte[] bytes = Files.readAllBytes(root.resolve(file));
      return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1).strip());
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The content of a file that says something. */
  Optional<String> word(String file) {
    return text(file).filter(word -> !word.isEmpty());
  }

  /** What follows a key and blanks in the first line that begins with them. */
  Optional<String> value(String file, String key) {
    return text(file).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()))
        .filter(rest -> !rest.isEmpty() && Character.isWhitespace(rest.charAt(0)))
        .map(String::strip)
        .findFirst();
  }

  /** The whole number that follows a key. */
  OptionalLong counter(String file, String key) {
    return value(file, key).map(KernelFiles::number).orElseGet(OptionalLong::empty);
  }

  /** The names in a directory that match a regular expression, sorted. */
  List<String> names(String directory, String regex) {
    try (Stream<Path> entries = Files.list(root.resolve(directory))) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> name.matches(regex))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      return List.of();
    }
  }

  /** A whole number that is not negative; empty for anything else. */
  static OptionalLong number(String text) {
    try {
      long number = Long.parseLong(text);
      return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Those of the texts that are numbers. */
  static long[] numbers(Stream<String> texts) {
    return texts.flatMapToLong(text -> number(text).stream()).toArray();
  }
}
