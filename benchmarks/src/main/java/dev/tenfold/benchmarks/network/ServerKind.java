package dev.tenfold.benchmarks.network;

/** Which HTTP server answers. */
public enum ServerKind {
  /** com.sun.net.httpserver, which every JDK has. */
  JDK(JdkOrigin::new),

  /** Eclipse Jetty, as servers in production are. */
  JETTY(JettyOrigin::new);

  private interface Opening {
    Origin open(Origin.Site site) throws Exception;
  }

  private final Opening opening;

  ServerKind(Opening opening) {
    this.opening = opening;
  }

  /** A running server of this kind. */
  Origin open(Origin.Site site) throws Exception {
    return opening.open(site);
  }
}
