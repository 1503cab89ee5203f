package dev.tenfold.benchmarks.batching;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A temporary file of a fixed length that is written round and round, as the logs of databases are;
 * each write is handed to the operating system as it comes.
 *
 * <p>It does not grow however long one measures, its blocks are on the disk from the beginning, and
 * to force it forces data alone: of a file that grew, the new length and the new blocks would have
 * to be written too, by the file system's own journal.
 *
 * <p>For one thread, or with a lock; only {@link #force} may be called beside a write.
 */
final class RingFile extends OutputStream {
  static final int LENGTH = 1 << 20;

  /** File systems whose files have no disk to be forced to. */
  private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

  private final Path path;
  private final FileOutputStream stream;
  private final FileChannel channel;
  private int position;

  private RingFile(Path path) throws IOException {
    this.path = path;
    stream = new FileOutputStream(path.toFile());
    channel = stream.getChannel();
  }

  /** A new file full of zeros, on a disk. */
  static RingFile open() throws IOException {
    RingFile file = new RingFile(Files.createTempFile(directory(), "tenfold", ".ring"));
    file.write(new byte[LENGTH]);
    file.force();
    return file;
  }

  /** Many systems keep the directory for temporary files in memory, and none /var/tmp. */
  private static Path directory() throws IOException {
    Path usual = Path.of(System.getProperty("java.io.tmpdir"));
    for (Path directory : List.of(usual, Path.of("/var/tmp"))) {
      if (Files.isDirectory(directory)
          && !IN_MEMORY.contains(Files.getFileStore(directory).type())) {
        return directory;
      }
    }
    throw new IllegalStateException(
        "Temporary files in %s are kept in memory, where to force one to disk costs nothing; "
                .formatted(usual)
            + "name a directory on a disk: -jvmArgsAppend -Djava.io.tmpdir=DIRECTORY");
  }

  Path path() {
    return path;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b});
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    advance(length);
    stream.write(bytes, offset, length);
  }

  /** Writes all that remains in the buffer. */
  void write(ByteBuffer bytes) throws IOException {
    advance(bytes.remaining());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** What does not fit before the end goes to the beginning: no write is split. */
  private void advance(int length) throws IOException {
    if (position + length > LENGTH) {
      channel.position(0);
      position = 0;
    }
    position += length;
  }

  /** Returns when all that was written before the call is on the disk. */
  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    Files.delete(path);
  }
}
