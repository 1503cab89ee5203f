package dev.tenfold.benchmarks.concurrency;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * What does it cost to add 1 to a counter that another thread adds to as well, and what does false
 * sharing add to it?
 *
 * <p>The score is one addition by one thread. {@code striped} and {@code padded} are the same code:
 * each thread has a stripe of its own, 8 bytes from the other's in the first and 128 in the second.
 * Their difference is the cost of false sharing, that is of a cache line which two processors take
 * from each other though neither wants what the other wrote.
 *
 * <p>With {@code read}, the total is asked for after each addition, as a rate limiter does. {@code
 * synchronizedLong} and {@code atomicLong} return it anyway, exact at that moment, and know no such
 * parameter. The others have to visit all their parts, and pay again for the line that the other
 * thread has just written: whoever reads as often as he adds gains little by them.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.Counters.*'
 * </pre>
 */
@State(Scope.Benchmark)
@Threads(Counters.THREADS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class Counters {
  static final int THREADS = 2;

  private final AtomicLong atomicLong = new AtomicLong();
  private final LongAdder longAdder = new LongAdder();
  private final Stripes striped = new Stripes(THREADS, Long.BYTES);
  private final Stripes padded = new Stripes(THREADS, Stripes.APART);
  private long guarded;

  @State(Scope.Benchmark)
  public static class Reading {
    @Param({"false", "true"})
    public boolean read;
  }

  /** The stripe of a thread, which knows it beforehand; a LongAdder looks for it each time. */
  @State(Scope.Thread)
  public static class Stripe {
    private int index;

    @Setup
    public void choose(ThreadParams thread) {
      index = thread.getThreadIndex() % THREADS;
    }
  }

  @Benchmark
  public synchronized long synchronizedLong() {
    return ++guarded;
  }

  @Benchmark
  public long atomicLong() {
    return atomicLong.incrementAndGet();
  }

  @Benchmark
  public long longAdder(Reading reading) {
    longAdder.increment();
    return reading.read ? longAdder.sum() : 0;
  }

  @Benchmark
  public long striped(Stripe stripe, Reading reading) {
    long own = striped.increment(stripe.index);
    return reading.read ? striped.sum() : own;
  }

  @Benchmark
  public long padded(Stripe stripe, Reading reading) {
    long own = padded.increment(stripe.index);
    return reading.read ? padded.sum() : own;
  }
}
