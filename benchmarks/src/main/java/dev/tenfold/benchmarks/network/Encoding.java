package dev.tenfold.benchmarks.network;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What is done to a body to make it smaller on the wire. */
public enum Encoding {
  /** Nothing. */
  IDENTITY(body -> body, encoded -> encoded),

  /** Level 6: zlib's default, and the only one of {@link GZIPOutputStream}. */
  GZIP(
      body -> written(body, GZIPOutputStream::new), encoded -> read(encoded, GZIPInputStream::new)),

  /**
   * Level 3, which is zstd's default. The streams are those without a finalizer, which they do not
   * need because they are closed, and which would keep them for one more collection.
   */
  ZSTD(
      body -> written(body, out -> new ZstdOutputStreamNoFinalizer(out, 3)),
      encoded -> read(encoded, ZstdInputStreamNoFinalizer::new));

  private interface Coding {
    byte[] apply(byte[] bytes) throws IOException;
  }

  private interface Wrapping<S> {
    S wrap(S stream) throws IOException;
  }

  private final Coding encoding;
  private final Coding decoding;

  Encoding(Coding encoding, Coding decoding) {
    this.encoding = encoding;
    this.decoding = decoding;
  }

  byte[] encode(byte[] body) throws IOException {
    return encoding.apply(body);
  }

  byte[] decode(byte[] encoded) throws IOException {
    return decoding.apply(encoded);
  }

  /** As in the header Accept-Encoding. */
  String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As in the header Content-Encoding, which does not name the identity. */
  Optional<String> contentEncoding() {
    return this == IDENTITY ? Optional.empty() : Optional.of(token());
  }

  private static byte[] written(byte[] body, Wrapping<OutputStream> compressing)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length);
    try (OutputStream out = compressing.wrap(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  private static byte[] read(byte[] encoded, Wrapping<InputStream> decompressing)
      throws IOException {
    try (InputStream in = decompressing.wrap(new ByteArrayInputStream(encoded))) {
      return in.readAllBytes();
    }
  }
}
