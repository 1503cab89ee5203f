package dev.tenfold.benchmarks.batching;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * How many records does a log make durable in a second when four threads append to it, each of
 * which waits for its own record: if each forces the file itself, and if those that wait share a
 * force?
 *
 * <p>The score is the throughput of all threads together: higher is better. {@code records /
 * forces} is how many records one force was for; it is 1 in {@code eachForces}. Sharing pays if the
 * throughput grows by more than the spread: the operating system and the disk may put the forces of
 * several threads together by themselves, and then the waking of those who wait is for nothing. The
 * more threads wait, the larger a group can be ({@code -t 16}); there are four and not two, because
 * they wait for the disk and not for a processor.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.GroupCommit.*'
 * </pre>
 */
@State(Scope.Benchmark)
@Threads(4)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class GroupCommit {
  RingFile file;
  private GroupLog log;

  @Setup
  public void open() throws IOException {
    file = RingFile.open();
    log = new GroupLog(file, file::force);
  }

  @TearDown
  public void close() throws IOException {
    file.close();
  }

  /** A thread that appends, always the same record. */
  @State(Scope.Thread)
  public static class Client {
    private byte[] record;

    @Setup
    public void draw(ThreadParams thread) throws IOException {
      record = Payment.draw(thread.getThreadCount())[thread.getThreadIndex()].bytes();
    }
  }

  /** Counts of one iteration: JMH sets them to 0 before each, and adds up those of the threads. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Durable {
    public long records;
    public long forces;
  }

  @Benchmark
  public void eachForces(Client client, Durable count) throws IOException {
    synchronized (file) {
      file.write(client.record);
    }
    file.force();
    count.records++;
    count.forces++;
  }

  @Benchmark
  public void oneForcesForAll(Client client, Durable count) throws IOException {
    boolean forced = log.append(client.record);
    count.records++;
    count.forces += forced ? 1 : 0;
  }
}
