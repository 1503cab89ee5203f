package dev.tenfold.benchmarks.batching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;

/** The bytes of records, as they should be and as they are in a file. */
final class WrittenRecords {
  private WrittenRecords() {}

  /** The first so many of {@link Records}. */
  static byte[] expected(int count) throws IOException {
    Records records = new Records();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      bytes.write(records.next());
    }
    return bytes.toByteArray();
  }

  /** The first so many in the file. */
  static byte[] in(RingFile file, int count) throws IOException {
    return Arrays.copyOf(Files.readAllBytes(file.path()), count * Payment.BYTES);
  }
}
