package dev.tenfold.benchmarks.batching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Control;

/**
 * What does an item cost on its way through a bounded queue between two threads, if the consumer
 * takes them one by one, and if it takes all that are there up to {@code size}?
 *
 * <p>The score is one item, as the mean of both ends, which go at the same pace: the faster one
 * waits for the other. Taking many at once takes the queue's lock once, which the producer then
 * finds free more often; it pays if items wait, which they do only if the producer is the faster
 * one, and so a consumer that did something with each item would profit more often. What the
 * numbers hold beside the lock is how the operating system wakes a thread: they differ more from
 * fork to fork than those of one thread.
 *
 * <p>Both ends handle a thousand items an invocation, in both ways into the same list. They wait as
 * programs do, but not for ever: who has waited for a millisecond looks whether the iteration is
 * over, and gives up if it is, so that neither can hang at the end for want of the other.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.QueueDrain.*'
 * </pre>
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class QueueDrain {
  static final int ITEMS = 1000;
  private static final int CAPACITY = 1 << 10;

  private final BlockingQueue<Payment> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final List<Payment> taken = new ArrayList<>(ITEMS);
  private Payment[] payments;

  @Setup
  public void draw() {
    payments = Payment.draw(ITEMS);
  }

  /** The parameter is of this alternative alone. */
  @State(Scope.Group)
  public static class Most {
    @Param({"10", "100", "1000"})
    public int size;
  }

  @Benchmark
  @Group("oneByOne")
  @OperationsPerInvocation(ITEMS)
  public int oneByOnePut(Control control) throws InterruptedException {
    return put(control);
  }

  @Benchmark
  @Group("oneByOne")
  @OperationsPerInvocation(ITEMS)
  public List<Payment> oneByOneTake(Control control) throws InterruptedException {
    taken.clear();
    while (taken.size() < ITEMS && !control.stopMeasurement) {
      Payment payment = queue.poll(1, TimeUnit.MILLISECONDS);
      if (payment != null) {
        taken.add(payment);
      }
    }
    return taken;
  }

  @Benchmark
  @Group("drainTo")
  @OperationsPerInvocation(ITEMS)
  public int drainToPut(Control control) throws InterruptedException {
    return put(control);
  }

  @Benchmark
  @Group("drainTo")
  @OperationsPerInvocation(ITEMS)
  public List<Payment> drainToTake(Control control, Most most) throws InterruptedException {
    taken.clear();
    while (taken.size() < ITEMS && !control.stopMeasurement) {
      Payment payment = queue.poll(1, TimeUnit.MILLISECONDS);
      if (payment != null) {
        taken.add(payment);
        queue.drainTo(taken, Math.min(most.size - 1, ITEMS - taken.size()));
      }
    }
    return taken;
  }

  private int put(Control control) throws InterruptedException {
    int put = 0;
    while (put < ITEMS && !control.stopMeasurement) {
      if (queue.offer(payments[put], 1, TimeUnit.MILLISECONDS)) {
        put++;
      }
    }
    return put;
  }
}
