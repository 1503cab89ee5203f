package dev.tenfold.benchmarks.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;

/**
 * The server that comes with the JDK.
 *
 * <p>Up to Java 17 at least, it sends the headers in one packet and the body in another, and the
 * system holds the second back until the client has acknowledged the first, which the client puts
 * off for 40 ms (Nagle's algorithm and delayed acknowledgements, JDK-6968351). On a connection that
 * is kept, that makes 25 requests a second; Java 25 sends both together. The server has a switch
 * against it, a system property that is read when its classes are loaded, and so before any server
 * is made. Set here and not in the arguments of a fork, it holds however the benchmark is run.
 */
final class JdkOrigin extends Origin {
  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Daemons.pool(THREADS);

  JdkOrigin(Site site) throws IOException {
    super(site);
    server = HttpServer.create(new InetSocketAddress(Loopback.address(), 0), Loopback.BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body =
          reply(exchange.getRequestURI().getQuery(), exchange.getRemoteAddress().getPort());
      encoding().ifPresent(name -> exchange.getResponseHeaders().set("Content-Encoding", name));
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
