package dev.tenfold.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LoopbackTest {
  @Test
  void aSocketSendsAtOnceAndIsResetWhenItIsClosed() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, Loopback.address());
        Socket socket = Loopback.connect(server.getLocalPort())) {
      assertThat(socket.getTcpNoDelay()).isTrue();
      assertThat(socket.getSoLinger()).isZero();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void onlyAnOrdinarySocketOccupiesItsPortAfterItIsClosed() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, Loopback.address())) {
      int port = server.getLocalPort();
      Set<String> before = TimeWait.of(port);
      closeBeforeTheServer(Loopback.connect(port), server);
      assertThat(TimeWait.of(port)).isSubsetOf(before);
      closeBeforeTheServer(new Socket(Loopback.address(), port), server);
      Set<String> added = TimeWait.of(port);
      added.removeAll(before);
      assertThat(added).hasSize(1);
    }
  }

  private static void closeBeforeTheServer(Socket client, ServerSocket server) throws IOException {
    Socket accepted = server.accept();
    client.close();
    accepted.close();
  }
}
