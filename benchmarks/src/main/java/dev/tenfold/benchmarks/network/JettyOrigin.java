package dev.tenfold.benchmarks.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty without servlets. A connection begins with HTTP/1.1 and goes on with HTTP/2 if the client
 * asks for it, in clear text (h2c), as the client of the JDK does.
 */
final class JettyOrigin extends Origin {
  private final Server server;
  private final ServerConnector connector;

  JettyOrigin(Site site) throws Exception {
    super(site);
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS);
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    connector =
        new ServerConnector(
            server, 1, 1, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
    connector.setHost(Loopback.HOST);
    connector.setAcceptQueueSize(Loopback.BACKLOG);
    server.addConnector(connector);
    server.setHandler(new Answer());
    server.start();
  }

  private final class Answer extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      byte[] body = reply(request.getHttpURI().getQuery(), Request.getRemotePort(request));
      encoding().ifPresent(name -> response.getHeaders().put(HttpHeader.CONTENT_ENCODING, name));
      response.write(true, ByteBuffer.wrap(body), callback);
      return true;
    }
  }

  @Override
  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty did not stop.", e);
    }
  }
}
