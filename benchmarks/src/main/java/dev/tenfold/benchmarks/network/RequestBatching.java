package dev.tenfold.benchmarks.network;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * What does it save to ask for several items in one request, and not for each in its own?
 *
 * <p>The score is all of the {@code size} items. They have 256 bytes and the server, Jetty, has
 * them in memory, so that what is measured is the price of a request: to save them pays as long as
 * the items themselves do not cost far more, and more so in a network, which adds a round trip to
 * each. One item in a batch costs as much as a plain request; how much each further one costs is
 * the slope over the size. The connection is kept, and one request waits for the other; {@link
 * FanOut} has what it brings not to wait.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.RequestBatching.*'
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class RequestBatching {
  /** How many items are wanted. */
  @Param({"1", "8", "64"})
  public int size;

  Origin origin;
  private Client client;
  private List<HttpRequest> requests;
  private HttpRequest batch;

  @Setup
  public void open() throws Exception {
    origin = ServerKind.JETTY.open(new Items());
    client = new Client(HttpClient.Version.HTTP_1_1);
    List<String> wanted = Items.draw(size);
    requests = wanted.stream().map(origin::get).toList();
    batch = origin.get(String.join(",", wanted));
  }

  @TearDown
  public void close() {
    origin.close();
  }

  @Benchmark
  public List<String> requestPerItem() throws IOException, InterruptedException {
    List<String> items = new ArrayList<>(size);
    for (HttpRequest request : requests) {
      items.addAll(items(request));
    }
    return items;
  }

  @Benchmark
  public List<String> oneBatch() throws IOException, InterruptedException {
    return items(batch);
  }

  private List<String> items(HttpRequest request) throws IOException, InterruptedException {
    return new String(client.get(request).body(), StandardCharsets.US_ASCII).lines().toList();
  }
}
