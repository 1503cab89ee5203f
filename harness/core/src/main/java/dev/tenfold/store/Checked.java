package dev.tenfold.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** A stream that knows, once read to its end, whether its last line is the checksum of the rest. */
final class Checked extends InputStream {
  private static final int LINE = Checksum.line(Checksum.sha256()).length;

  private final InputStream in;
  private final MessageDigest digest = Checksum.sha256();

  /** The last bytes that were read, as many as a last line has: they are not in the digest yet. */
  private byte[] held = new byte[0];

  Checked(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int read = in.read(to, offset, length);
    if (read > 0) {
      byte[] all = Arrays.copyOf(held, held.length + read);
      System.arraycopy(to, offset, all, held.length, read);
      int known = Math.max(0, all.length - LINE);
      digest.update(all, 0, known);
      held = Arrays.copyOfRange(all, known, all.length);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** To be asked once, at the end of the stream. */
  boolean matches() {
    return Arrays.equals(held, Checksum.line(digest));
  }
}
