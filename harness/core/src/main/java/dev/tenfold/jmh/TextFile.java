package dev.tenfold.jmh;

import dev.tenfold.run.InputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file of UTF-8 text, plain or compressed with gzip, as a stream of its text. */
public final class TextFile {
  private static final int BUFFER = 1 << 16;

  private TextFile() {}

  /**
   * Opens a file; gzip is told by its first bytes, whatever the name of the file.
   *
   * @return the uncompressed bytes; the caller closes it
   * @throws InputException if the file cannot be read, or begins as another encoding than UTF-8
   *     without a byte order mark
   */
  public static BufferedInputStream open(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputException(file + " is a directory; a result file is expected.");
    }
    try {
      return opened(file);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  // Closed on every way out but the one that hands it to the caller.
  @SuppressWarnings("MustBeClosed")
  private static BufferedInputStream opened(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      byte[] head = peek(in);
      if (head.length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
        in = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
        head = peek(in);
      }
      checkEncoding(file, head);
      return in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static byte[] peek(BufferedInputStream in) throws IOException {
    in.mark(4);
    byte[] head = in.readNBytes(4);
    in.reset();
    return head;
  }

  private static void checkEncoding(Path file, byte[] head) {
    int first = head.length > 0 ? head[0] & 0xff : 1;
    int second = head.length > 1 ? head[1] & 0xff : 1;
    if (first == 0xef && second == 0xbb) {
      throw new InputException(
          ("%s begins at byte 0 with a byte order mark (EF BB BF), which JSON does not have; save "
                  + "it as UTF-8 without one.")
              .formatted(file));
    }
    if (first >= 0xfe || first == 0 || second == 0) {
      throw new InputException(
          ("%s is no UTF-8 text: at byte 0 it begins like UTF-16 or UTF-32; save it as UTF-8 "
                  + "without a byte order mark.")
              .formatted(file));
    }
  }

  /** The sentence for a file that could not be read to its end. */
  static InputException unreadable(String file, Exception e) {
    if (e instanceof NoSuchFileException) {
      return new InputException(file + " does not exist.", e);
    }
    if (e instanceof AccessDeniedException) {
      return new InputException(file + " may not be read: permission denied.", e);
    }
    if (e instanceof ZipException || e instanceof EOFException) {
      return new InputException(
          "%s is damaged: it begins as gzip and cannot be uncompressed to its end.".formatted(file),
          e);
    }
    return new InputException("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
  }
}
