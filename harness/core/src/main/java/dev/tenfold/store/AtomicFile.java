package dev.tenfold.store;

import dev.tenfold.run.InputException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import tools.jackson.core.exc.JacksonIOException;

/** Writes a file in full or not at all. */
public final class AtomicFile {
  private AtomicFile() {}

  /** What is to stand in the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes it; the stream is buffered and closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces a file, or makes it, in one step: whoever reads it finds the old content or the new,
   * also after a crash. On any failure the old file stays as it was and nothing is left beside it.
   *
   * @param target a regular file or none; its directory exists
   * @throws InputException if the target is a symbolic link, a directory, a pipe or a device, or if
   *     it cannot be written
   */
  public static void write(Path target, Content content) {
    refuseSpecial(target);
    Path absolute = target.toAbsolutePath();
    Path temporary =
        absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try {
        try {
          writeSynced(temporary, content);
        } catch (JacksonIOException e) {
          throw e.getCause(); // as if its library had let it through
        }
        Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      syncDirectory(absolute);
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be written: %s; what was there before is unchanged."
              .formatted(target, reason(e, absolute)),
          e);
    }
  }

  private static void refuseSpecial(Path target) {
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return; // Nothing there, or nothing that can be seen: then writing says what is wrong.
    }
    if (!attributes.isRegularFile()) {
      String kind =
          attributes.isSymbolicLink()
              ? "a symbolic link"
              : attributes.isDirectory() ? "a directory" : "a pipe or a device";
      throw new InputException(
          "%s is %s, and only a regular file is written to; name another file or remove it."
              .formatted(target, kind));
    }
  }

  private static void writeSynced(Path temporary, Content content) throws IOException {
    Files.createFile(temporary);
    try (FileOutputStream file = new FileOutputStream(temporary.toFile());
        OutputStream out = new BufferedOutputStream(file, 1 << 16)) {
      content.writeTo(out);
      out.flush();
      file.getFD().sync();
    }
  }

  /** Makes the new name durable, where the system lets a directory be opened. */
  private static void syncDirectory(Path file) throws IOException {
    FileChannel directory;
    try {
      directory = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ);
    } catch (IOException e) {
      return;
    }
    try (directory) {
      directory.force(true);
    }
  }

  private static String reason(IOException e, Path target) {
    if (e instanceof NoSuchFileException && !Files.exists(target.resolveSibling("."))) {
      return "the directory %s does not exist".formatted(target.getParent());
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
