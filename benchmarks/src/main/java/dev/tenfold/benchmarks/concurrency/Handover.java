package dev.tenfold.benchmarks.concurrency;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Control;

/**
 * How fast does a queue hand items from the one thread that puts them to the one that takes them?
 *
 * <p>The score is the time from one item to the next: both threads do nothing else, so that the
 * slower of them sets the pace, and an operation ends when its item has passed and not when a try
 * has failed. Failed tries are counted: {@code full / items} and {@code empty / items} say on which
 * side the time is spent. The counts also hold what passed while JMH waited for both threads to
 * begin or to end, and are therefore a little greater than the measured operations.
 *
 * <p>Both ends spin, which is how the queues without locks are meant to be used, and which takes
 * two processors. A program that would rather sleep takes a {@link
 * java.util.concurrent.BlockingQueue}, pays for waking up, some microseconds, and should not choose
 * by this score. All queues hold the same number of items; what is left in one at the end of an
 * iteration is taken in the next.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.Handover.*'
 * </pre>
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class Handover {
  /**
   * In items; a power of two, because JCTools and the Disruptor round up to one or insist on it.
   */
  static final int CAPACITY = 1024;

  @Param public Channel queue;

  private Channel.Ends ends;
  private Integer[] items;

  @Setup
  public void open() {
    ends = queue.open(CAPACITY);
    items = new Integer[Cursor.LENGTH];
    Arrays.setAll(items, i -> i);
  }

  /** How often there was no room for an item. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Puts {
    public long full;
  }

  /** How many items came through, and how often there was none. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Takes {
    public long items;
    public long empty;
  }

  /** Whether the item found room before the end of the iteration. */
  @Benchmark
  @Group("handover")
  public boolean put(Cursor cursor, Puts count, Control control) {
    Integer item = items[cursor.next()];
    while (!ends.offer(item)) {
      count.full++;
      if (control.stopMeasurement) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }

  /** The oldest item, or null if none came before the end of the iteration. */
  @Benchmark
  @Group("handover")
  public Integer take(Takes count, Control control) {
    Integer item;
    while ((item = ends.poll()) == null) {
      count.empty++;
      if (control.stopMeasurement) {
        return null;
      }
      Thread.onSpinWait();
    }
    count.items++;
    return item;
  }
}
