package dev.tenfold.benchmarks.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server that sends back each byte that it gets over TLS, on a free port of the loopback
 * interface. It serves one connection after the other: what is measured is one client.
 */
final class TlsEcho implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService thread = Daemons.pool(1);

  TlsEcho(KeyStore identity) throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity, SelfSigned.PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server =
        context
            .getServerSocketFactory()
            .createServerSocket(0, Loopback.BACKLOG, Loopback.address());
    thread.execute(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setTcpNoDelay(true);
        echo(socket);
      } catch (IOException e) {
        // Clients reset their connections, and closing the server ends its waiting for the next.
      }
    }
  }

  private static void echo(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    OutputStream out = socket.getOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      out.write(b);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    thread.shutdownNow();
  }
}
