package dev.tenfold.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of this module's benchmark jar, as it was built or changed. */
final class FixtureJar {
  static final Path BUILT = Cli.PROJECT.resolve("harness/tests/target/fixture.jar");

  /** One class of it, built with an older JMH. */
  static final Path OLDER = Cli.PROJECT.resolve("harness/tests/older-jmh/target/fixture.jar");

  private static final String WORK = "dev/tenfold/tests/fixture/work.properties";

  private FixtureJar() {}

  static Path copy(Path to) {
    try {
      return Files.copy(BUILT, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another revision, in which {@code Steady} does this much. */
  static Path working(Path to, int loop, int objects) {
    return changed(
        to,
        inside ->
            Files.writeString(
                inside.getPath(WORK), "loop=" + loop + "\nobjects=" + objects + "\n"));
  }

  /** Another revision, in which {@code Grown} grows quadratically. */
  static Path growing(Path to) {
    return changed(
        to,
        inside ->
            Files.writeString(inside.getPath(WORK), "loop=100\nobjects=20\nquadratic=true\n"));
  }

  /** Another revision, in which {@code Sudden} breaks. */
  static Path breaking(Path to) {
    return changed(
        to,
        inside -> Files.writeString(inside.getPath(WORK), "loop=100\nobjects=20\nbreaks=true\n"));
  }

  static Path without(Path to, String entry) {
    return changed(to, inside -> Files.delete(inside.getPath(entry)));
  }

  private static Path changed(Path to, Change change) {
    copy(to);
    try (FileSystem inside = FileSystems.newFileSystem(to)) {
      change.make(inside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to;
  }

  @FunctionalInterface
  private interface Change {
    void make(FileSystem inside) throws IOException;
  }
}
