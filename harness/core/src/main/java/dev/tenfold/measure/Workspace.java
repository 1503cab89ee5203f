package dev.tenfold.measure;

import dev.tenfold.run.InputException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A directory for the files of one session, removed with it. It holds the probe as a jar of its
 * own: the measured JVM gets the probe's few classes on its class path and nothing else of ours.
 */
final class Workspace implements AutoCloseable {
  private static final String PROBE = "dev/tenfold/probe/";

  private final Path directory;
  private final Path probe;
  private final Thread onStop = new Thread(this::remove, "tenfold-remove");

  private Workspace(Path directory, Path probe) {
    this.directory = directory;
    this.probe = probe;
  }

  static Workspace open() {
    try {
      Path directory = Files.createTempDirectory("tenfold-");
      Path probe = directory.resolve("tenfold-probe.jar");
      writeProbe(probe);
      Workspace workspace = new Workspace(directory, probe);
      Runtime.getRuntime().addShutdownHook(workspace.onStop);
      return workspace;
    } catch (IOException e) {
      throw new InputException(
          "No directory for the session can be made under %s (%s). Name another with -Djava.io.tmpdir=DIRECTORY."
              .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
          e);
    }
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  String classPath(BenchmarkJar jar) {
    return jar.path() + File.pathSeparator + probe;
  }

  /** The probe's classes are wherever this code was loaded from: a directory, or a merged jar. */
  private static void writeProbe(Path to) throws IOException {
    URL marker =
        Objects.requireNonNull(
            Workspace.class.getClassLoader().getResource(PROBE + "Host.class"),
            "the probe's classes are on the class path of the harness");
    try {
      if (marker.getProtocol().equals("jar")) {
        String file = marker.toURI().getSchemeSpecificPart();
        Path jar = Path.of(java.net.URI.create(file.substring(0, file.indexOf("!/"))));
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
          writeJar(inside.getPath(PROBE), to);
        }
      } else {
        writeJar(Objects.requireNonNull(Path.of(marker.toURI()).getParent()), to);
      }
    } catch (URISyntaxException e) {
      throw new IOException("The probe is at an address that is no file: " + marker, e);
    }
  }

  private static void writeJar(Path classes, Path to) throws IOException {
    List<Path> sorted;
    try (Stream<Path> files = Files.list(classes)) {
      sorted = files.sorted(Comparator.comparing(Path::toString)).toList();
    }
    try (OutputStream out = Files.newOutputStream(to);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Path file : sorted) {
        jar.putNextEntry(new JarEntry(PROBE + file.getFileName()));
        Files.copy(file, jar);
      }
    }
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(onStop);
    } catch (IllegalStateException alreadyStopping) {
      // Then the hook finds nothing left to remove.
    }
  }

  private void remove() {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // What a dying process still holds is left to the system, which clears such places: a
      // verdict is not lost to it.
    }
  }
}
