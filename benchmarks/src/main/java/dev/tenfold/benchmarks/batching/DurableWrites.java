package dev.tenfold.benchmarks.batching;

import java.io.IOException;
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
 * How long does it take until records are surely on the disk, by how many of them one force is for?
 *
 * <p>The score is a group: its records are written by one call, and the file is forced ({@code
 * fdatasync} on Linux). Divide by the size for one record; {@code size=1} is a force after each.
 * What a force costs hardly depends on how little there is to be written, so grouping pays from the
 * second record on, at the price that the first waits for the last. Who cannot wait lets several
 * threads share a force: {@link GroupCommit}.
 *
 * <p>The numbers are those of the disk, and say nothing about another: one that keeps what it was
 * given in a cache of its own answers at once, safe from a loss of power or not. A file in memory
 * would cost nothing, so none is used ({@link RingFile}).
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.DurableWrites.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class DurableWrites {
  @Param({"1", "10", "100"})
  public int size;

  RingFile file;
  private Records records;
  private ByteBuffer buffer;

  @Setup
  public void open() throws IOException {
    records = new Records();
    buffer = ByteBuffer.allocateDirect(size * Payment.BYTES);
    file = RingFile.open();
  }

  @TearDown
  public void close() throws IOException {
    file.close();
  }

  @Benchmark
  public void group() throws IOException {
    buffer.clear();
    for (int i = 0; i < size; i++) {
      buffer.put(records.next());
    }
    file.write(buffer.flip());
    file.force();
  }
}
