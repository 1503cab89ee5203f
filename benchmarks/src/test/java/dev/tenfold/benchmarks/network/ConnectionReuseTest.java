package dev.tenfold.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.data.Payloads;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class ConnectionReuseTest {
  private static final int REQUESTS = 51;
  private static final byte[] BODY = Payloads.json(1024, 1);

  private final ConnectionReuse benchmark = new ConnectionReuse();
  private final ConnectionReuse.Kept kept = new ConnectionReuse.Kept();

  private void open(ServerKind server) throws Exception {
    benchmark.server = server;
    benchmark.open();
    kept.open(benchmark);
  }

  @AfterEach
  void close() throws IOException {
    kept.close();
    benchmark.close();
  }

  @ParameterizedTest
  @EnumSource
  void bothWaysGetTheSameBodyAndOnlyOneKeepsItsConnection(ServerKind server) throws Exception {
    open(server);
    for (int i = 0; i < REQUESTS; i++) {
      assertThat(benchmark.keptConnection(kept)).isEqualTo(BODY);
    }
    assertThat(benchmark.origin.connections()).isOne();
    for (int i = 0; i < REQUESTS; i++) {
      assertThat(benchmark.connectionPerRequest()).isEqualTo(BODY);
    }
    // Not all for sure: the system may give a port a second time.
    assertThat(benchmark.origin.connections()).isBetween(1 + REQUESTS / 2, 1 + REQUESTS);
  }

  @ParameterizedTest
  @EnumSource
  @EnabledOnOs(OS.LINUX)
  void noPortIsOccupiedAfterwards(ServerKind server) throws Exception {
    open(server);
    Set<String> before = TimeWait.of(benchmark.origin.port());
    for (int i = 0; i < REQUESTS; i++) {
      benchmark.connectionPerRequest();
    }
    assertThat(TimeWait.of(benchmark.origin.port())).isSubsetOf(before);
  }

  /** Which would take 40 ms on Linux and 200 ms elsewhere. */
  @ParameterizedTest
  @EnumSource
  void noAnswerWaitsForAnAcknowledgement(ServerKind server) throws Exception {
    open(server);
    long[] nanos = new long[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      long start = System.nanoTime();
      benchmark.keptConnection(kept);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    assertThat(Duration.ofNanos(nanos[REQUESTS / 2])).isLessThan(Duration.ofMillis(20));
  }
}
