package dev.tenfold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsTest {
  @TempDir private Path directory;

  private Jars jars;
  private BenchmarkJar jar;

  @BeforeEach
  void aJar() throws IOException {
    jars = new Jars(new Home(directory.resolve("home")));
    jar = jar(directory.resolve("benchmarks.jar"), "one");
  }

  /** The least that counts as a jar of benchmarks. */
  static BenchmarkJar jar(Path file, String content) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("org/openjdk/jmh/runner/Runner.class"));
      zip.putNextEntry(new ZipEntry("META-INF/BenchmarkList"));
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return BenchmarkJar.at(file);
  }

  private Path kept() {
    return directory.resolve("home/jars").resolve(jar.sha256() + ".jar");
  }

  @Test
  void whatIsKeptIsFoundByItsHash() throws IOException {
    assertThat(jars.get(jar.sha256())).isEmpty();
    jars.keep(jar);
    Files.delete(jar.path());
    BenchmarkJar found = jars.get(jar.sha256()).orElseThrow();
    assertThat(found.path()).isEqualTo(kept());
    assertThat(found.sha256()).isEqualTo(jar.sha256());
  }

  @Test
  void keepingASecondTimeDoesNothing() throws IOException {
    jars.keep(jar);
    Object before = Files.readAttributes(kept(), "*").get("fileKey");
    jars.keep(jar);
    assertThat(Files.readAttributes(kept(), "*").get("fileKey")).isEqualTo(before);
  }

  @Test
  void aDamagedJarIsRefusedAndLeftAsItIs() throws IOException {
    jars.keep(jar);
    Files.copy(
        jar(directory.resolve("other.jar"), "two").path(),
        kept(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    byte[] damaged = Files.readAllBytes(kept());
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> jars.get(jar.sha256()))
        .withMessageContaining(kept() + " is damaged")
        .withMessageContaining("Remove it");
    assertThat(kept()).hasBinaryContent(damaged);
    Files.write(kept(), new byte[] {1, 2, 3});
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> jars.get(jar.sha256()))
        .withMessageContaining(kept().toString());
    assertThat(kept()).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void whatIsDroppedIsGone() {
    jars.keep(jar);
    assertThat(jars.drop(jar.sha256())).isTrue();
    assertThat(jars.drop(jar.sha256())).isFalse();
    assertThat(jars.get(jar.sha256())).isEmpty();
  }

  @Test
  void whatIsNoHashNeverBecomesAPath() {
    for (String hash :
        List.of("", "../../etc/passwd", "0".repeat(63), "A".repeat(64), "0".repeat(64) + "\n")) {
      assertThatExceptionOfType(InputException.class).as(hash).isThrownBy(() -> jars.get(hash));
      assertThatExceptionOfType(InputException.class).as(hash).isThrownBy(() -> jars.drop(hash));
    }
  }
}
