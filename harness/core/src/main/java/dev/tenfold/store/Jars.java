package dev.tenfold.store;

import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The jars that kept runs have measured, by their hash, so that they can be measured again.
 *
 * @param home in which they lie
 */
public record Jars(Home home) {
  static final String HASH = "[0-9a-f]{64}";

  /** Keeps a copy of a jar; keeping it a second time does nothing. */
  public void keep(BenchmarkJar jar) {
    Path copy = path(jar.sha256());
    if (Files.exists(copy)) {
      return;
    }
    if (!BenchmarkJar.at(jar.path()).sha256().equals(jar.sha256())) {
      throw new InputException(
          "%s was changed while it was measured, so its numbers are of no one jar. Measure again."
              .formatted(jar.path()));
    }
    AtomicFile.write(copy, out -> Files.copy(jar.path(), out));
  }

  /**
   * The jar with this hash, if it is here.
   *
   * @throws InputException if a file is here in its place which is not that jar
   */
  public Optional<BenchmarkJar> get(String sha256) {
    Path copy = path(sha256);
    if (!Files.exists(copy)) {
      return Optional.empty();
    }
    try {
      BenchmarkJar jar = BenchmarkJar.at(copy);
      if (jar.sha256().equals(sha256)) {
        return Optional.of(jar);
      }
      throw new InputException("its bytes are not those of its name");
    } catch (InputException e) {
      throw new InputException(
          "%s is damaged: %s. Remove it; the baseline then stays as numbers."
              .formatted(copy, e.getMessage()),
          e);
    }
  }

  /** Removes a jar that no kept run needs any more; tells whether there was one. */
  public boolean drop(String sha256) {
    try {
      return Files.deleteIfExists(path(sha256));
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be removed: %s".formatted(path(sha256), e.getMessage()), e);
    }
  }

  private Path path(String sha256) {
    if (!sha256.matches(HASH)) {
      throw new InputException("\"%s\" is not the SHA-256 of a jar.".formatted(sha256));
    }
    return home.folder("jars").resolve(sha256 + ".jar");
  }
}
