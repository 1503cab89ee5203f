package dev.tenfold.tests.evidence;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Revisions of the fixtures {@code Scaled} and {@code Changed}. */
final class ScaledJar {
  private static final Path BUILT = Path.of("harness/tests/target/fixture.jar");
  private static final String WORK = "dev/tenfold/tests/fixture/scaled.properties";

  private ScaledJar() {}

  /**
   * A jar whose code does so much.
   *
   * @param units 100 for the base, 103 for a revision that is 3 % slower
   * @param after whether every method of {@code Changed} goes its second way
   */
  static Path in(Path directory, int units, boolean after) throws IOException {
    Files.createDirectories(directory);
    Path jar = directory.resolve("scaled-%s%s.jar".formatted(units, after ? "-after" : ""));
    Files.copy(BUILT, jar, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem inside = FileSystems.newFileSystem(jar)) {
      Files.writeString(inside.getPath(WORK), "units=" + units + "\nafter=" + after + "\n");
    }
    return jar;
  }
}
