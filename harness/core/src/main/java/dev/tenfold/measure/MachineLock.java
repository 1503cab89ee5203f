package dev.tenfold.measure;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The right to measure on this machine, which one process has at a time: two that measure at once
 * measure each other.
 *
 * <p>Two files are locked: Tenfold's own, which also tells who holds it, and JMH's, so that a JMH
 * started by hand and Tenfold keep out of each other's way too.
 */
public final class MachineLock implements AutoCloseable {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final String OWNER = "tenfold.owner";

  private final List<FileChannel> held = new ArrayList<>();

  private MachineLock() {}

  /**
   * Waits until this process may measure.
   *
   * @param waiting told once for each other holder that is waited for, with who that is
   */
  public static MachineLock acquire(Consumer<String> waiting) {
    Path directory = Path.of(System.getProperty("java.io.tmpdir"));
    MachineLock lock = new MachineLock();
    try {
      lock.take(
          directory.resolve("tenfold.lock"),
          () -> waiting.accept("another Tenfold measures on this machine: " + owner(directory)));
      lock.take(
          directory.resolve("jmh.lock"),
          () -> waiting.accept("a JMH run outside Tenfold measures on this machine"));
      Path owner = directory.resolve(OWNER);
      Files.writeString(
          owner,
          "process %s in %s"
              .formatted(ProcessHandle.current().pid(), Path.of("").toAbsolutePath()));
      return lock;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    } catch (IOException e) {
      lock.close();
      throw new InputException(
          "The lock that keeps two measurements apart cannot be taken in %s: %s. Name another directory with -Djava.io.tmpdir=DIRECTORY."
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  private void take(Path file, Runnable firstTimeBusy) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (AccessDeniedException e) {
      throw new IOException(file + " belongs to another user and may not be written", e);
    }
    held.add(channel);
    boolean told = false;
    while (tryLock(channel) == null) {
      if (!told) {
        firstTimeBusy.run();
        told = true;
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new InputException("Waiting for the other measurement was interrupted.");
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  private static String owner(Path directory) {
    try {
      return Files.readString(directory.resolve(OWNER), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "it did not leave its name";
    }
  }

  @Override
  public void close() {
    for (FileChannel channel : held) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    held.clear();
  }
}
