package dev.tenfold.benchmarks.network;

import dev.tenfold.benchmarks.data.Payloads;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
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
 * Is HTTP/2 faster than HTTP/1.1, for one request at a time and for sixteen at once?
 *
 * <p>The score of {@code sixteen} is all sixteen together, sent without waiting in between. Over
 * HTTP/1.1 they take sixteen connections, which the warm-up has opened; over HTTP/2 they share one.
 * What HTTP/2 saves in a network, the opening of connections and the round trips for it, is not in
 * the score: read it as the price in processor time, on both sides, that such savings must exceed.
 * The answers have a kilobyte each; the server is Jetty, since that of the JDK does not speak
 * HTTP/2.
 *
 * <p>Without TLS, HTTP/2 begins as an upgrade of the first request (h2c). That one is made before
 * the measurement, so that all measured ones are HTTP/2 from the start.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ProtocolVersion.*'
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ProtocolVersion {
  private static final int SIZE = 1024;
  private static final int AT_ONCE = 16;

  @Param({"HTTP_1_1", "HTTP_2"})
  public HttpClient.Version version;

  Origin origin;
  private Client client;
  private HttpRequest request;
  private List<HttpRequest> requests;

  @Setup
  public void open() throws Exception {
    byte[] body = Payloads.json(SIZE, 1);
    origin = ServerKind.JETTY.open(query -> body);
    client = new Client(version);
    request = origin.get("item");
    requests = Collections.nCopies(AT_ONCE, request);
    client.get(request);
  }

  @TearDown
  public void close() {
    origin.close();
  }

  @Benchmark
  public HttpResponse<byte[]> one() throws IOException, InterruptedException {
    return client.get(request);
  }

  @Benchmark
  public List<HttpResponse<byte[]>> sixteen() {
    return client.getAtOnce(requests);
  }
}
