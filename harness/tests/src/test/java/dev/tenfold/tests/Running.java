package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that was started and has not been waited for. */
record Running(String command, Process process, Path outFile, Path errFile)
    implements AutoCloseable {
  /** Far more than anything here takes: whoever reaches it hangs. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  static Running start(Path directory, Map<String, String> environment, List<String> command) {
    try {
      Path said = Files.createDirectories(directory.resolve("said"));
      Path out = Files.createTempFile(said, "", ".out");
      Path err = Files.createTempFile(said, "", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new Running(String.join(" ", command), builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Waits until the process says this. */
  void soonSays(String text) {
    Eventually.holds("\"" + text + "\" is said by " + this, () -> said().contains(text));
  }

  /** Sends the signal of this name, as a terminal or an operating system does. */
  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the end. */
  Ended ends() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        close();
        fail("Still running after %s: %s", PATIENCE, this);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Ended(command, process.exitValue(), read(outFile), said());
  }

  private String said() {
    return read(errFile);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves nothing running, however the test went. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
