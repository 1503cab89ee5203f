package dev.tenfold.benchmarks.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class PlainConnectionTest {
  private static final byte[] REQUEST =
      PlainConnection.request(URI.create("http://127.0.0.1:8080/?item"), "close");

  @Test
  void aRequestIsWhatTheStandardWants() {
    assertThat(new String(REQUEST, US_ASCII))
        .isEqualTo("GET /?item HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nConnection: close\r\n\r\n");
  }

  @Test
  void theBodyIsReadAsFarAsItsLengthWhateverTheCaseOfItsHeader() throws IOException {
    assertThat(body("HTTP/1.1 200 OK\r\nDate: now\r\ncontent-LENGTH:3\r\n\r\nonetwo"))
        .isEqualTo("one");
  }

  @Test
  void anAnswerThatIsNotGoodOrNotWholeIsAnError() {
    requireError("HTTP/1.1 404 Not Found\r\nContent-Length: 1\r\n\r\nx", "404 Not Found");
    requireError("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\none", "promised 4 bytes and sent 3");
    requireError("HTTP/1.1 200 OK\r\nDate: now\r\n\r\none", "did not say how long");
    requireError("HTTP/1.1 200 OK\r\nContent-Le", "within the header");
  }

  private static void requireError(String answer, String message) {
    assertThatIOException().isThrownBy(() -> body(answer)).withMessageContaining(message);
  }

  /** What a connection makes of an answer; it does no harm that this is sent before the request. */
  private static String body(String answer) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, Loopback.address());
        PlainConnection connection = new PlainConnection(server.getLocalPort());
        Socket accepted = server.accept()) {
      accepted.getOutputStream().write(answer.getBytes(US_ASCII));
      accepted.shutdownOutput();
      return new String(connection.exchange(REQUEST), US_ASCII);
    }
  }
}
