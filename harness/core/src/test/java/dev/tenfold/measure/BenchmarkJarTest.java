package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkJarTest {
  private static final String JMH = "org/openjdk/jmh/runner/Runner.class";
  private static final String LIST = "META-INF/BenchmarkList";

  @TempDir private Path directory;

  private Path zip(String... entries) throws IOException {
    Path file = directory.resolve("benchmarks.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
      }
    }
    return file;
  }

  private static void refused(Path path, String... sentence) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> BenchmarkJar.at(path))
        .withMessageContaining(path.toString())
        .satisfies(e -> assertThat(e.getMessage()).contains(sentence));
  }

  @Test
  void isKnownByTheHashOfItsBytes() throws IOException {
    Path file = zip(JMH, LIST);
    BenchmarkJar jar = BenchmarkJar.at(file);
    assertThat(jar.path()).isEqualTo(file.toAbsolutePath());
    assertThat(jar.revision()).isEmpty();
    assertThat(jar.from(Optional.of("abc")).revision()).contains("abc");
    assertThat(jar.sha256()).matches("[0-9a-f]{64}");
    Files.write(file, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    assertThat(BenchmarkJar.at(file).sha256()).isNotEqualTo(jar.sha256());
  }

  @Test
  void refusesWhatIsNotThere() {
    refused(directory.resolve("nothing.jar"), "There is no benchmark jar", "mvn package");
    refused(directory, "There is no benchmark jar");
  }

  @Test
  void refusesAJarWithoutJmh() throws IOException {
    refused(zip("a/B.class"), "holds no JMH");
  }

  @Test
  void refusesAJarIntoWhichNoBenchmarkWasGenerated() throws IOException {
    refused(zip(JMH), "no benchmark was generated", "annotationProcessorPaths");
  }

  @Test
  void refusesWhatIsNoJar() throws IOException {
    Path file = directory.resolve("text.jar");
    refused(Files.writeString(file, "not a jar"), "cannot be read as a jar");
    refused(Files.write(file, new byte[0]), "cannot be read as a jar");
    byte[] whole = Files.readAllBytes(zip(JMH, LIST));
    refused(
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2)),
        "cannot be read as a jar");
  }
}
