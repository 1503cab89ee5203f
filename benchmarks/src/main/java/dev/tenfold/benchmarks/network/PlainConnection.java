package dev.tenfold.benchmarks.network;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A connection with an HTTP server, and just enough of HTTP/1.1 to tell when an answer has ended.
 *
 * <p>With the clients of the JDK one can choose neither when they connect nor how they close, which
 * is what {@link ConnectionReuse} is about.
 */
final class PlainConnection implements Closeable {
  private static final String LENGTH = "Content-Length:";

  final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  PlainConnection(int port) throws IOException {
    socket = Loopback.connect(port);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /**
   * A request as it is sent.
   *
   * @param connection what becomes of the connection afterwards: keep-alive or close
   */
  static byte[] request(URI uri, String connection) {
    return "GET %s?%s HTTP/1.1\r\nHost: %s\r\nConnection: %s\r\n\r\n"
        .formatted(uri.getPath(), uri.getQuery(), uri.getAuthority(), connection)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends a request, waits for the whole answer, and gives its body. */
  byte[] exchange(byte[] request) throws IOException {
    out.write(request);
    int length = header();
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException(
          "The server promised %d bytes and sent %d.".formatted(length, body.length));
    }
    return body;
  }

  /** Reads as far as the empty line, and gives the length of the body behind it. */
  private int header() throws IOException {
    String status = line();
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("The server answered \"" + status + "\", not 200.");
    }
    int length = -1;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    if (length < 0) {
      throw new IOException("The server did not say how long its answer is.");
    }
    return length;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The server closed the connection within the header.");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
