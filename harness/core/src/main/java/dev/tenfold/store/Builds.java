package dev.tenfold.store;

import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which jar came out when a commit was built, so that it need not be built again.
 *
 * @param jars in which the jars themselves lie
 */
public record Builds(Jars jars) {

  /**
   * The jar of a commit, if it was built in this way before and is still there unharmed.
   *
   * @param commit full hash
   * @param how all that decides what comes out of it: command, place of the jar, JDK
   */
  public Optional<BenchmarkJar> get(String commit, String how) {
    try {
      String sha256 = Files.readString(file(commit, how), StandardCharsets.US_ASCII).strip();
      return unharmed(sha256);
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** Keeps a jar and what it was built from; gives the copy that was kept. */
  public BenchmarkJar keep(String commit, String how, BenchmarkJar jar) {
    jars.keep(jar);
    byte[] line = (jar.sha256() + "\n").getBytes(StandardCharsets.US_ASCII);
    AtomicFile.write(file(commit, how), out -> out.write(line));
    return jars.get(jar.sha256()).orElseThrow();
  }

  /**
   * It can be built again, so damage is no error here; but it must not be kept as if it were good.
   */
  private Optional<BenchmarkJar> unharmed(String sha256) {
    if (!sha256.matches(Jars.HASH)) {
      return Optional.empty();
    }
    try {
      return jars.get(sha256);
    } catch (InputException damaged) {
      jars.drop(sha256);
      return Optional.empty();
    }
  }

  private Path file(String commit, String how) {
    byte[] digest = Checksum.sha256().digest(how.getBytes(StandardCharsets.UTF_8));
    return jars.home()
        .folder("builds")
        .resolve(commit + "-" + HexFormat.of().formatHex(digest, 0, 8));
  }
}
