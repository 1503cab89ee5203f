package dev.tenfold.benchmarks.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** The interface of the machine that no packet leaves, and how sockets connect to it here. */
final class Loopback {
  static final String HOST = "127.0.0.1";

  /** So many connections may wait for a server: a fan-out opens them all at once. */
  static final int BACKLOG = 128;

  private Loopback() {}

  /** Without a name, so that certificates are checked against the number. */
  static InetAddress address() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  /**
   * Opens a connection which sends at once and which is reset, not wound down, when it is closed.
   *
   * <p>A connection that is wound down occupies its port for a minute longer (TIME_WAIT). At full
   * speed the 28,000 ports of a Linux machine are then gone within seconds, and long before that
   * each new connection looks longer for one that is free, so that the score would depend on what
   * ran a minute ago. A reset leaves nothing behind at either end. Nothing is lost by it, because
   * the clients here close when they have read the whole answer.
   */
  static Socket connect(int port) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoLinger(true, 0);
    socket.connect(new InetSocketAddress(address(), port));
    return socket;
  }
}
