package dev.tenfold.benchmarks.network;

import dev.tenfold.benchmarks.data.Payloads;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Is it worth it to compress an answer, and with gzip or zstd, by its size and by what is in it?
 *
 * <p>The score is a request whose answer is compressed by the server each time anew and unpacked by
 * the client: gzip at level 6, zstd at level 3, which are the defaults of both. Here the wire costs
 * nothing, so no compression wins on time. On yours it wins if the time that it adds is less than
 * the bytes that it saves divided by the bandwidth: 100 Mbit/s are 12.5 bytes in a microsecond. The
 * bytes are counted beside the time, {@code wireBytes} as they were sent and {@code bodyBytes} as
 * they were meant, for bodies without headers; their quotient is what is left.
 *
 * <p>JSON is the good case and random bytes are the bad one, which stands for images and for what
 * is compressed or encrypted already. Every answer takes a new compressor, as a program with {@link
 * java.util.zip.GZIPOutputStream} does; servers that keep theirs have less to do for small ones.
 * The server is Jetty, its connection is kept.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ResponseCompression.*'
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ResponseCompression {
  /** What an answer is made of. */
  public enum Content {
    JSON,
    RANDOM;

    byte[] document(int size) {
      return this == JSON ? Payloads.json(size, 1) : Payloads.random(size, 1);
    }
  }

  @Param public Encoding encoding;

  @Param public Content content;

  @Param({"1024", "16384", "262144"})
  public int size;

  Origin origin;
  private Client client;
  private HttpRequest request;

  /** Of the answers in one iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Transfer {
    public long wireBytes;
    public long bodyBytes;
  }

  private record Compressed(Encoding coding, byte[] document) implements Origin.Site {
    @Override
    public byte[] reply(String query) throws IOException {
      return coding.encode(document);
    }

    @Override
    public Optional<String> encoding() {
      return coding.contentEncoding();
    }
  }

  @Setup
  public void open() throws Exception {
    origin = ServerKind.JETTY.open(new Compressed(encoding, content.document(size)));
    client = new Client(HttpClient.Version.HTTP_1_1);
    request =
        HttpRequest.newBuilder(origin.uri("document"))
            .header("Accept-Encoding", encoding.token())
            .build();
  }

  @TearDown
  public void close() {
    origin.close();
  }

  @Benchmark
  public byte[] request(Transfer count) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.get(request);
    byte[] body = encoding.decode(response.body());
    count.wireBytes += response.body().length;
    count.bodyBytes += body.length;
    return body;
  }
}
