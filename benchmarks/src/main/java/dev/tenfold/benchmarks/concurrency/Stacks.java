package dev.tenfold.benchmarks.concurrency;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Does a stack without locks serve two threads faster than a locked one?
 *
 * <p>The score is the pushes followed by a pop that both threads do together: higher is better. A
 * thread pushes before it pops, so that a pop always finds something, its own item or the other's,
 * and the stack never grows. Look at the allocation too: the nodes of the stacks without locks are
 * garbage, an array is none. {@link ConcurrentLinkedDeque} is what the JDK has; it can do more, at
 * both ends, and pays for that.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.Stacks.*'
 * </pre>
 */
@State(Scope.Benchmark)
@Threads(2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class Stacks {
  private final TreiberStack<Integer> treiber = new TreiberStack<>();
  private final LockedStack<Integer> locked = new LockedStack<>();
  private final ConcurrentLinkedDeque<Integer> linked = new ConcurrentLinkedDeque<>();
  private Integer[] items;

  @Setup
  public void box() {
    items = new Integer[Cursor.LENGTH];
    Arrays.setAll(items, i -> i);
  }

  @Benchmark
  public Integer treiberStack(Cursor cursor) {
    treiber.push(items[cursor.next()]);
    return treiber.pop();
  }

  @Benchmark
  public Integer lockedArrayDeque(Cursor cursor) {
    locked.push(items[cursor.next()]);
    return locked.pop();
  }

  @Benchmark
  public Integer concurrentLinkedDeque(Cursor cursor) {
    linked.push(items[cursor.next()]);
    return linked.poll();
  }
}
