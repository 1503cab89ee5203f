package dev.tenfold.benchmarks.network;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.BitSet;
import java.util.Optional;

/**
 * An HTTP server in this JVM, on a free port of the loopback interface, with a few threads.
 *
 * <p>It knows how many connections it has had, by the ports of the clients at the other ends: the
 * server of the JDK tells nothing else. That is exact until a port is used a second time, after
 * some 28,000 connections on Linux, and costs both servers the same.
 */
abstract class Origin implements AutoCloseable {
  /** For a machine with few processors, on which the client runs too. */
  static final int THREADS = 8;

  private static final int PORTS = 1 << 16;

  /** What is served, by any number of threads at once. */
  interface Site {
    /** The body of the answer to a query; not empty. */
    byte[] reply(String query) throws IOException;

    /** What the bodies are coded with, as the header Content-Encoding names it. */
    default Optional<String> encoding() {
      return Optional.empty();
    }
  }

  private final Site site;
  private final BitSet clients = new BitSet(PORTS);

  Origin(Site site) {
    this.site = site;
  }

  abstract int port();

  @Override
  public abstract void close();

  final URI uri(String query) {
    return URI.create("http://" + Loopback.HOST + ":" + port() + "/?" + query);
  }

  final HttpRequest get(String query) {
    return HttpRequest.newBuilder(uri(query)).build();
  }

  /** How many connections a request has come over. */
  final int connections() {
    synchronized (clients) {
      return clients.cardinality();
    }
  }

  final byte[] reply(String query, int clientPort) throws IOException {
    synchronized (clients) {
      clients.set(clientPort);
    }
    return site.reply(query);
  }

  final Optional<String> encoding() {
    return site.encoding();
  }
}
