package dev.tenfold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void fileIsMadeAndReplaced() throws IOException {
    Path file = folder.resolve("run.json");
    AtomicFile.write(file, out -> out.write(bytes("old and longer")));
    AtomicFile.write(file, out -> out.write(bytes("new")));

    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("run.json");
  }

  @Test
  void relativePathWithoutDirectoryIsWritten() throws IOException {
    Path file = Path.of("atomic-file-test.tmp");
    try {
      AtomicFile.write(file, out -> out.write(bytes("x")));
      assertThat(file).hasContent("x");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Ten thousand bytes pass the buffer: some of them are on the disk when the disk is full. */
  @Test
  void fullDiskLeavesTheOldFileAndNothingBesideIt() throws IOException {
    Path file = Files.writeString(folder.resolve("run.json"), "old");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + " cannot be written: No space left on device; what was there before is "
                + "unchanged.");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("run.json");
  }

  @Test
  void faultOfOursLeavesTheOldFileAndNothingBesideIt() throws IOException {
    Path file = Files.writeString(folder.resolve("run.json"), "old");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IllegalStateException("a fault");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("run.json");
  }

  @Test
  void missingDirectoryIsNamed() {
    Path file = folder.resolve("none").resolve("run.json");

    refused(file, "cannot be written: the directory " + file.getParent() + " does not exist;");
  }

  @Test
  void fileInPlaceOfTheDirectoryIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file")).resolve("run.json");

    refused(file, "cannot be written: ");
  }

  @Test
  void symbolicLinkIsRefusedAlsoWhereItPointsNowhere() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "kept");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("none"));

    refused(link, "is a symbolic link, and only a regular file is written to");
    refused(dangling, "is a symbolic link");
    assertThat(target).hasContent("kept");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void directoryIsRefused() {
    refused(folder, "is a directory, and only a regular file is written to");
  }

  @Test
  void pipeAndDeviceAreRefused() throws IOException, InterruptedException {
    Path device = Path.of("/dev/full");
    assumeTrue(Files.exists(device), "no /dev/full here: skipped");
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    refused(device, "is a pipe or a device");
    refused(pipe, "is a pipe or a device");
  }

  @Test
  void readOnlyDirectoryIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("run.json"), "old");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeTrue(!Files.isWritable(folder), "this user may write everywhere: skipped");
      refused(file, "cannot be written: permission denied; what was there before is unchanged.");
      assertThat(file).hasContent("old");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void otherHardLinkKeepsTheOldContent() throws IOException {
    Path file = Files.writeString(folder.resolve("run.json"), "old");
    Path other = Files.createLink(folder.resolve("other"), file);
    AtomicFile.write(file, out -> out.write(bytes("new")));

    assertThat(file).hasContent("new");
    assertThat(other).hasContent("old");
  }

  @Test
  void manyWritersLeaveOneWholeContent() throws Exception {
    Path file = folder.resolve("run.json");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> writers =
          IntStream.range(0, 40)
              .<Future<?>>mapToObj(i -> threads.submit(() -> writeOnce(file, i)))
              .toList();
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(Files.readString(file)).hasSize(10_000).matches("(.)\\1*");
    assertThat(names()).containsExactly("run.json");
  }

  private static void writeOnce(Path file, int i) {
    AtomicFile.write(file, out -> out.write(bytes(Integer.toString(i % 10).repeat(10_000))));
  }

  private static void refused(Path file, String sentence) {
    assertThatThrownBy(() -> AtomicFile.write(file, out -> out.write(1)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(sentence);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
