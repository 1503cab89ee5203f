package dev.tenfold.benchmarks.network;

import dev.tenfold.benchmarks.data.Payloads;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to open a connection for every request, and not to keep one?
 *
 * <p>The score is a request of which the answer has a kilobyte, with the opening and closing of the
 * connection in {@code connectionPerRequest}. The difference is the processors' part alone: a
 * network adds one round trip for TCP, and one or two for TLS, whose own work {@link TlsHandshake}
 * measures. The server that has the smaller difference is not the better one: each does a part of
 * the work of a new connection after the answer, unseen by the client that waits no longer.
 *
 * <p>The client is a socket and the same for both, because the JDK's clients cannot close as it
 * does here: by a reset, which leaves no port occupied.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ConnectionReuse.*'
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ConnectionReuse {
  private static final int SIZE = 1024;

  @Param public ServerKind server;

  Origin origin;
  private byte[] request;
  private byte[] onlyRequest;

  @Setup
  public void open() throws Exception {
    byte[] body = Payloads.json(SIZE, 1);
    origin = server.open(query -> body);
    request = PlainConnection.request(origin.uri("item"), "keep-alive");
    onlyRequest = PlainConnection.request(origin.uri("item"), "close");
  }

  @TearDown
  public void close() {
    origin.close();
  }

  @State(Scope.Benchmark)
  public static class Kept {
    private PlainConnection connection;

    @Setup
    public void open(ConnectionReuse benchmark) throws IOException {
      connection = new PlainConnection(benchmark.origin.port());
    }

    @TearDown
    public void close() throws IOException {
      connection.close();
    }
  }

  @Benchmark
  public byte[] keptConnection(Kept kept) throws IOException {
    return kept.connection.exchange(request);
  }

  @Benchmark
  public byte[] connectionPerRequest() throws IOException {
    try (PlainConnection connection = new PlainConnection(origin.port())) {
      return connection.exchange(onlyRequest);
    }
  }
}
