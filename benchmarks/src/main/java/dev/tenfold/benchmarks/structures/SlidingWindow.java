package dev.tenfold.benchmarks.structures;

import dev.tenfold.benchmarks.data.Keys;
import java.util.ArrayDeque;
import java.util.LinkedList;
import java.util.concurrent.ArrayBlockingQueue;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a first-in-first-out queue cost one thread that keeps the sum of the last numbers of a
 * stream?
 *
 * <p>The score is one number: it enters the window, and the oldest one leaves it. No queue here
 * grows with the size until it leaves a cache; they differ in the box and in the node that each
 * number needs, in the lock of the {@code ArrayBlockingQueue}, which nobody else wants here, and in
 * none of these for the plain array, the floor. The sum is returned and is the same for all.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.SlidingWindow.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class SlidingWindow {
  private static final int STREAM = 1 << 16;

  @Param({"100", "10000"})
  public int size;

  private long[] first;
  private long[] stream;
  private int next;

  @Setup
  public void draw() {
    first = Keys.longs(size, 1);
    stream = Keys.longs(STREAM, 2);
  }

  /** Only the window of the measured method is filled: each fork pays for its own alone. */
  @State(Scope.Thread)
  public static class Array {
    private ArrayDeque<Long> window;
    private long sum;

    @Setup
    public void fill(SlidingWindow data) {
      window = new ArrayDeque<>();
      for (long number : data.first) {
        window.add(number);
        sum += number;
      }
    }
  }

  @State(Scope.Thread)
  public static class Linked {
    private LinkedList<Long> window;
    private long sum;

    @Setup
    public void fill(SlidingWindow data) {
      window = new LinkedList<>();
      for (long number : data.first) {
        window.add(number);
        sum += number;
      }
    }
  }

  @State(Scope.Thread)
  public static class Blocking {
    private ArrayBlockingQueue<Long> window;
    private long sum;

    @Setup
    public void fill(SlidingWindow data) {
      window = new ArrayBlockingQueue<>(data.size);
      for (long number : data.first) {
        window.add(number);
        sum += number;
      }
    }
  }

  /**
   * Its length is a power of two, so that a position becomes an index by a mask and not by a
   * division.
   */
  @State(Scope.Thread)
  public static class Ring {
    private long[] window;
    private int end;
    private long sum;

    @Setup
    public void fill(SlidingWindow data) {
      window = new long[Integer.highestOneBit(2 * data.size - 1)];
      for (long number : data.first) {
        window[end++] = number;
        sum += number;
      }
    }
  }

  @Benchmark
  public long arrayDeque(Array array) {
    long number = stream[next++ & (STREAM - 1)];
    array.sum += number - array.window.remove();
    array.window.add(number);
    return array.sum;
  }

  @Benchmark
  public long linkedList(Linked linked) {
    long number = stream[next++ & (STREAM - 1)];
    linked.sum += number - linked.window.remove();
    linked.window.add(number);
    return linked.sum;
  }

  @Benchmark
  public long arrayBlockingQueue(Blocking blocking) {
    long number = stream[next++ & (STREAM - 1)];
    blocking.sum += number - blocking.window.remove();
    blocking.window.add(number);
    return blocking.sum;
  }

  @Benchmark
  public long array(Ring ring) {
    long number = stream[next++ & (STREAM - 1)];
    int mask = ring.window.length - 1;
    ring.sum += number - ring.window[(ring.end - size) & mask];
    ring.window[ring.end++ & mask] = number;
    return ring.sum;
  }
}
