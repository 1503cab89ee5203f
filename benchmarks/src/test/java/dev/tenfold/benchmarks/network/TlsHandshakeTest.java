package dev.tenfold.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class TlsHandshakeTest {
  private static final int TIMES = 50;

  private final TlsHandshake benchmark = new TlsHandshake();
  private final TlsHandshake.Handshakes count = new TlsHandshake.Handshakes();

  private void open(String protocol) throws Exception {
    benchmark.protocol = protocol;
    benchmark.open();
  }

  @AfterEach
  void close() throws IOException {
    benchmark.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void bothKindsGetTheSameAnswerAndOnlyOneResumes(String protocol) throws Exception {
    open(protocol);
    for (int i = 0; i < TIMES; i++) {
      assertThat(benchmark.full(count)).isOne();
    }
    assertThat(count.fullHandshakes).isEqualTo(TIMES);
    assertThat(count.resumedHandshakes).isZero();
    // The first has nothing to resume.
    for (int i = 0; i < 1 + TIMES; i++) {
      assertThat(benchmark.resumed(count)).isOne();
    }
    assertThat(count.fullHandshakes).isEqualTo(TIMES + 1);
    assertThat(count.resumedHandshakes).isEqualTo(TIMES);
  }

  /** Another proof than that of the counts: a resumed session is as old as its first connection. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void onlyOneLeavesASessionToResume(String protocol) throws Exception {
    open(protocol);
    benchmark.full(count);
    long afterFull = nextMillisecond();
    assertThat(nextSession().getCreationTime()).isGreaterThanOrEqualTo(afterFull);
    benchmark.resumed(count);
    long afterResumed = nextMillisecond();
    SSLSession resumed = nextSession();
    assertThat(resumed.getCreationTime()).isLessThan(afterResumed);
    assertThat(resumed.getProtocol()).isEqualTo(protocol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  @EnabledOnOs(OS.LINUX)
  void noPortIsOccupiedAfterwards(String protocol) throws Exception {
    open(protocol);
    Set<String> before = TimeWait.of(benchmark.server.port());
    for (int i = 0; i < TIMES; i++) {
      benchmark.full(count);
      benchmark.resumed(count);
    }
    assertThat(TimeWait.of(benchmark.server.port())).isSubsetOf(before);
  }

  private SSLSession nextSession() throws IOException {
    try (Socket plain = Loopback.connect(benchmark.server.port());
        SSLSocket socket = benchmark.over(plain)) {
      socket.startHandshake();
      return socket.getSession();
    }
  }

  private static long nextMillisecond() {
    long now = System.currentTimeMillis();
    while (System.currentTimeMillis() == now) {
      Thread.onSpinWait();
    }
    return System.currentTimeMillis();
  }
}
