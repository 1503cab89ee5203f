package dev.tenfold.benchmarks.batching;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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
 * What does it cost to write a record of 32 bytes to a file, by the bytes that are gathered before
 * the operating system is called?
 *
 * <p>The score is one record with its share of the calls: one in {@code size / 32} records pays for
 * a call. So it falls towards what copying a record costs, and a buffer is large enough when
 * doubling it changes nothing that matters; what lies in it is lost if the process ends. {@code
 * directBuffer} is the floor: a buffer outside the heap, of the size that the JDK gives a {@link
 * BufferedOutputStream} of which it is not told any, saves the lock and the copy to such a buffer.
 *
 * <p>Nothing here waits for the disk, which is the question of {@link DurableWrites}. The file is
 * written round and round in the page cache ({@link RingFile}), so that neither its length nor the
 * speed of the disk is in the numbers.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.FileWrites.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class FileWrites {
  RingFile file;
  private Records records;

  @Setup
  public void open() throws IOException {
    records = new Records();
    file = RingFile.open();
  }

  @TearDown
  public void close() throws IOException {
    file.close();
  }

  /** The parameter is of this alternative alone. */
  @State(Scope.Thread)
  public static class Buffered {
    @Param({"64", "1024", "8192", "65536"})
    public int size;

    private OutputStream stream;

    @Setup
    public void open(FileWrites benchmark) {
      stream = new BufferedOutputStream(benchmark.file, size);
    }
  }

  @State(Scope.Thread)
  public static class Direct {
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(8192);
  }

  @Benchmark
  public void unbuffered() throws IOException {
    file.write(records.next());
  }

  @Benchmark
  public void bufferedOutputStream(Buffered buffered) throws IOException {
    buffered.stream.write(records.next());
  }

  @Benchmark
  public void directBuffer(Direct direct) throws IOException {
    ByteBuffer buffer = direct.buffer;
    if (buffer.remaining() < Payment.BYTES) {
      file.write(buffer.flip());
      buffer.clear();
    }
    buffer.put(records.next());
  }
}
