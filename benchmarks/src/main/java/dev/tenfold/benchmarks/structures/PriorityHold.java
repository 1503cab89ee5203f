package dev.tenfold.benchmarks.structures;

import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeSet;
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
 * What does it cost to take the least element out and to put a new one in, by the kind of priority
 * queue and its size?
 *
 * <p>The score is one such pair, which keeps the size: the steady state of a timer, a scheduler or
 * a simulation, known as the hold model (Jones, An empirical comparison of priority-queue and
 * event-set implementations, Communications of the ACM 29(4), 1986). A new element is that which
 * was taken and a delay. The delays are exponentially distributed, which has no memory: the queue
 * is in its steady state from the first pair on, and a new element belongs at any place in it with
 * the same probability. A box is a part of what the JDK's queues cost here, since each pair puts in
 * a number that was not there.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.PriorityHold.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class PriorityHold {
  private static final int DELAYS = 1 << 16;

  /**
   * The lowest bits of an element are its number among all, and no delay changes them: no two are
   * ever equal, of which the tree would drop one.
   */
  private static final int NUMBER_BITS = 20;

  /** So small that the elements do not overflow before a quarter of an hour. */
  private static final int MEAN_DELAY = 1 << 14;

  @Param({"100", "1000", "10000"})
  public int size;

  private long[] elements;
  private long[] delays;
  private int next;

  @Setup
  public void draw() {
    Random random = new Random(1);
    elements = new long[size];
    for (int i = 0; i < size; i++) {
      elements[i] = delay(random) + i;
    }
    delays = new long[DELAYS];
    for (int i = 0; i < DELAYS; i++) {
      delays[i] = delay(random);
    }
  }

  /** By inversion, with the logarithm that is the same on every JVM. */
  private static long delay(Random random) {
    return (long) (-MEAN_DELAY * StrictMath.log(1 - random.nextDouble())) << NUMBER_BITS;
  }

  /** Only the queue of the measured method is filled: each fork pays for its own alone. */
  @State(Scope.Thread)
  public static class Heap {
    private PriorityQueue<Long> queue;

    @Setup
    public void fill(PriorityHold data) {
      queue = new PriorityQueue<>();
      for (long element : data.elements) {
        queue.add(element);
      }
    }
  }

  @State(Scope.Thread)
  public static class PrimitiveHeap {
    private LongHeapPriorityQueue queue;

    @Setup
    public void fill(PriorityHold data) {
      queue = new LongHeapPriorityQueue(data.elements.clone());
    }
  }

  @State(Scope.Thread)
  public static class Tree {
    private TreeSet<Long> queue;

    @Setup
    public void fill(PriorityHold data) {
      queue = new TreeSet<>();
      for (long element : data.elements) {
        queue.add(element);
      }
    }
  }

  @State(Scope.Thread)
  public static class Sorted {
    private long[] queue;

    @Setup
    public void fill(PriorityHold data) {
      queue = data.elements.clone();
      Arrays.sort(queue);
    }
  }

  @Benchmark
  public long priorityQueue(Heap heap) {
    long least = heap.queue.remove();
    heap.queue.add(later(least));
    return least;
  }

  @Benchmark
  public long longHeapPriorityQueue(PrimitiveHeap heap) {
    long least = heap.queue.dequeueLong();
    heap.queue.enqueue(later(least));
    return least;
  }

  @Benchmark
  public long treeSet(Tree tree) {
    long least = tree.queue.pollFirst();
    tree.queue.add(later(least));
    return least;
  }

  /** All that is less than the new element moves down by the place that the taken one left. */
  @Benchmark
  public long sortedArray(Sorted sorted) {
    long[] queue = sorted.queue;
    long least = queue[0];
    long added = later(least);
    int lesser = ~Arrays.binarySearch(queue, 1, queue.length, added) - 1;
    System.arraycopy(queue, 1, queue, 0, lesser);
    queue[lesser] = added;
    return least;
  }

  private long later(long element) {
    return element + delays[next++ & (DELAYS - 1)];
  }
}
