package dev.tenfold.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real data that lies beside the checkout and is no part of it: other people's result files.
 * The folder is {@code ../shared/data} seen from the top, or within {@code TENFOLD_SHARED}.
 */
public final class SharedData {
  private SharedData() {}

  /** The files of a folder; without the folder the test is skipped and says so. */
  public static List<Path> files(String folder, String suffix) {
    Path data = folder(folder);
    try (Stream<Path> files = Files.list(data)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
      assertThat(found).as("files in %s", data).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A folder of the shared data; without it the test is skipped and says so. */
  public static Path folder(String name) {
    Path shared =
        Optional.ofNullable(System.getenv("TENFOLD_SHARED"))
            .map(Path::of)
            .orElseGet(() -> top().resolveSibling("shared"));
    Path folder = shared.resolve("data").resolve(name);
    assumeTrue(Files.isDirectory(folder), () -> folder + " is not there: skipped");
    return folder;
  }

  private static Path top() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve(".mvn"))) {
      at = at.getParent();
    }
    return at;
  }
}
