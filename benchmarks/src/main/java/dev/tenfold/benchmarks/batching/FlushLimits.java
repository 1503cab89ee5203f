package dev.tenfold.benchmarks.batching;

import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to collect an item for a batch, how often is flushed, and how long does an item
 * wait, if the batch ends after a hundred items, and if it ends after a millisecond?
 *
 * <p>The score is one item; what a flush itself costs is the program's: multiply the flushes by
 * your own price. {@code flushes / items} is an item's share of a flush, and {@code waitedMicros /
 * flushes} is for how long the first item of a batch waited, which is the price in time. By size,
 * the wait depends on how fast items come: a hundredfold {@code gap} is a hundredfold wait. By age,
 * the wait is bounded, and it is the batch that shrinks: batching then pays only while several
 * items come within the age. A batcher with both limits flushes at the one that is reached first,
 * and costs what the age costs.
 *
 * <p>The items come at a steady pace, told by a clock that moves by {@code gap} nanoseconds for
 * each; so flushes and waits are the same on every machine. The real clock is read too, as often as
 * the batcher looks at its own, and its answer is thrown away: to read it is a part of what an age
 * costs.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.FlushLimits.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class FlushLimits {
  static final int SIZE = 100;
  static final long AGE = 1_000_000;
  private static final int DRAWN = 1 << 10;

  /** Nanoseconds from one item to the next. */
  @Param({"1000", "100000"})
  public long gap;

  private Payment[] payments;
  private int next;
  private Batcher<Payment> sized;
  private Batcher<Payment> aged;
  private Flushes count;
  private long now;
  private long realTime;

  /** Counts of one iteration: JMH sets them to 0 before each. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Flushes {
    public long items;
    public long flushes;
    public long waitedMicros;
  }

  @Setup
  public void open() {
    payments = Payment.draw(DRAWN);
    sized = new Batcher<>(SIZE, Batcher.ANY_AGE, this::clock, this::flush);
    aged = new Batcher<>(Batcher.ANY_SIZE, AGE, this::clock, this::flush);
  }

  /** Stores what nobody reads, lest the JIT leave the real clock out. */
  private long clock() {
    realTime = System.nanoTime();
    return now;
  }

  private void flush(List<Payment> batch) {
    count.flushes++;
    count.waitedMicros += (batch.size() - 1) * gap / 1000;
  }

  @Benchmark
  public void bySize(Flushes count) {
    add(sized, count);
  }

  @Benchmark
  public void byAge(Flushes count) {
    add(aged, count);
  }

  private void add(Batcher<Payment> batcher, Flushes flushes) {
    count = flushes;
    count.items++;
    now += gap;
    batcher.add(payments[next++ & (DRAWN - 1)]);
  }
}
