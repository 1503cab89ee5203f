package dev.tenfold.measure;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * A jar with JMH and benchmarks in it, as JMH's archetype and this project's own build make it.
 *
 * @param path absolute
 * @param sha256 of its bytes, in lower-case hexadecimal
 * @param revision of the source that it was built from, if that is known
 */
public record BenchmarkJar(Path path, String sha256, Optional<String> revision) {
  private static final String LIST = "META-INF/BenchmarkList";
  private static final String JMH = "org/openjdk/jmh/runner/Runner.class";

  /**
   * The jar at this path.
   *
   * @throws InputException if it cannot be read, holds no JMH, or holds no list of benchmarks
   */
  public static BenchmarkJar at(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new InputException(
          "There is no benchmark jar at %s. Build it first, for example with: mvn package"
              .formatted(path));
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.getEntry(JMH) == null) {
        throw new InputException(
            "%s holds no JMH: it must be the shaded jar with all dependencies, which JMH's archetype names benchmarks.jar."
                .formatted(path));
      }
      if (zip.getEntry(LIST) == null) {
        throw new InputException(
            "%s holds no %s, so no benchmark was generated into it: JMH's annotation processor did not run. Since JDK 23 it must stand in the compiler plugin's annotationProcessorPaths."
                .formatted(path, LIST));
      }
      return new BenchmarkJar(path.toAbsolutePath().normalize(), sha256(path), Optional.empty());
    } catch (IOException e) {
      throw new InputException("%s cannot be read as a jar: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** The same jar, known to be built from this revision. */
  public BenchmarkJar from(Optional<String> builtFrom) {
    return new BenchmarkJar(path, sha256, builtFrom);
  }

  private static String sha256(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JVM has SHA-256", e);
    }
  }
}
