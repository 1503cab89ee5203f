package dev.tenfold.benchmarks.network;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The JDK's HTTP client, which keeps its connections. It takes no answer but 200, so that no error
 * is ever measured.
 *
 * <p>It is not closed, which Java 17 has no way for: its threads are daemons and end when it is
 * forgotten.
 */
final class Client {
  private final HttpClient http;

  Client(HttpClient.Version version) {
    http = HttpClient.newBuilder().version(version).build();
  }

  /** Sends a request and waits for the whole answer. */
  HttpResponse<byte[]> get(HttpRequest request) throws IOException, InterruptedException {
    return good(http.send(request, BodyHandlers.ofByteArray()));
  }

  /** Sends requests without waiting in between, and then waits for all answers. */
  List<HttpResponse<byte[]>> getAtOnce(List<HttpRequest> requests) {
    return requests.stream()
        .map(request -> http.sendAsync(request, BodyHandlers.ofByteArray()))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .map(Client::good)
        .toList();
  }

  private static HttpResponse<byte[]> good(HttpResponse<byte[]> response) {
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "The server answered " + response.statusCode() + " to " + response.uri() + ", not 200.");
    }
    return response;
  }
}
