package dev.tenfold.benchmarks.network;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
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
 * How are several requests sent whose answers are all needed: one after the other, by a thread for
 * each that blocks, or asynchronously by one thread?
 *
 * <p>The score is all of the requests until the last answer is there. The server, Jetty, answers at
 * once and the network has no latency, so the score is what the requests cost in processor time,
 * spread over the processors there are, and not what they wait for. Add your own wait: once for
 * {@code blocking} and {@code async}, and once for each request for {@code oneByOne}. So the first
 * two decide between threads and callbacks, and the third says from which wait on either pays.
 *
 * <p>The connections are HTTP/1.1, one for each request that is under way, and kept. The threads of
 * {@code blocking} are there beforehand, as in a pool.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.FanOut.*'
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class FanOut {
  @Param({"4", "32"})
  public int requests;

  Origin origin;
  private Client client;
  private List<HttpRequest> wanted;

  @Setup
  public void open() throws Exception {
    origin = ServerKind.JETTY.open(new Items());
    client = new Client(HttpClient.Version.HTTP_1_1);
    wanted = Items.draw(requests).stream().map(origin::get).toList();
  }

  @TearDown
  public void close() {
    origin.close();
  }

  @State(Scope.Benchmark)
  public static class Workers {
    private ExecutorService pool;
    private List<Callable<HttpResponse<byte[]>>> calls;

    @Setup
    public void start(FanOut benchmark) {
      pool = Daemons.pool(benchmark.requests);
      calls = new ArrayList<>();
      for (HttpRequest request : benchmark.wanted) {
        calls.add(() -> benchmark.client.get(request));
      }
    }

    @TearDown
    public void stop() {
      pool.shutdownNow();
    }
  }

  @Benchmark
  public List<HttpResponse<byte[]>> oneByOne() throws IOException, InterruptedException {
    List<HttpResponse<byte[]>> answers = new ArrayList<>(requests);
    for (HttpRequest request : wanted) {
      answers.add(client.get(request));
    }
    return answers;
  }

  @Benchmark
  public List<HttpResponse<byte[]>> blocking(Workers workers)
      throws InterruptedException, ExecutionException {
    List<HttpResponse<byte[]>> answers = new ArrayList<>(requests);
    for (Future<HttpResponse<byte[]>> answer : workers.pool.invokeAll(workers.calls)) {
      answers.add(answer.get());
    }
    return answers;
  }

  @Benchmark
  public List<HttpResponse<byte[]>> async() {
    return client.getAtOnce(wanted);
  }
}
