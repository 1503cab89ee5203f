package dev.tenfold.benchmarks.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a primary, of its replica, and the log of both, in a temporary directory. */
final class Data {
  /** How the replica calls itself when it connects to the primary. */
  static final String REPLICA = "tenfold_replica";

  private static final int TOLD_LINES = 3;

  private final Path directory;

  private Data(Path directory) {
    this.directory = directory;
  }

  static Data temporary() throws IOException {
    return new Data(Files.createTempDirectory("tenfold-postgres"));
  }

  Path primary() {
    return directory.resolve("primary");
  }

  Path replica() {
    return directory.resolve("replica");
  }

  Path log() {
    return directory.resolve("log");
  }

  /** With the permissions: PostgreSQL refuses a directory that others may read. */
  void copyPrimary() {
    try (Stream<Path> paths = Files.walk(primary())) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path copy = replica().resolve(primary().relativize(path));
        Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the copy to follow the primary at this port of the loopback address. */
  void follow(int port) throws IOException {
    Files.writeString(
        replica().resolve("postgresql.auto.conf"),
        """
        primary_conninfo = 'host=127.0.0.1 port=%s user=postgres application_name=%s'
        primary_slot_name = '%s'
        """
            .formatted(String.valueOf(port), REPLICA, REPLICA),
        StandardOpenOption.APPEND);
    Files.createFile(replica().resolve("standby.signal"));
  }

  /** The last lines of the log in a sentence; empty if there are none. */
  String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log());
      List<String> last = lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size());
      return last.isEmpty() ? "" : " Its log ends: " + String.join(" / ", last);
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * Deletes them all.
   *
   * @throws IllegalStateException with a sentence that names the directory if that fails
   */
  void remove() {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException(
          "PostgreSQL's data in %s could not be removed (%s): remove it.".formatted(directory, e),
          e);
    }
  }
}
