package dev.tenfold.benchmarks.concurrency;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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
 * Which executor, and with how many threads, is done first with a batch of tasks, if the tasks
 * compute and if they wait?
 *
 * <p>The score is a batch of 32 tasks, from the first submission to the last result. Tasks of
 * {@code computing} last some 20 us: threads beyond the number of processors bring nothing, and
 * what they cost is the difference to the best pool. Tasks of {@code blocking} wait 200 us, as long
 * as a fast call within a data centre, and do nothing: a pool takes as many rounds as there are
 * tasks for each thread, so that its time is about (32 / threads) * 200 us and more, and a virtual
 * thread for each task takes one round. A pool of work stealers, made for tasks that compute, does
 * not add threads when its own block.
 *
 * <p>On a JVM before 21, {@code VIRTUAL} fails and says so.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.TaskBatch.*'
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class TaskBatch {
  private static final int TASKS = 32;
  private static final int STEPS = 10_000;
  private static final long MICROS = 200;

  @Param public Workers executor;

  private ExecutorService workers;
  private List<Callable<Long>> computing;
  private List<Callable<Long>> blocking;

  @Setup
  public void open() {
    workers = executor.start();
    computing =
        LongStream.rangeClosed(1, TASKS)
            .<Callable<Long>>mapToObj(seed -> () -> compute(seed))
            .toList();
    blocking =
        LongStream.rangeClosed(1, TASKS)
            .<Callable<Long>>mapToObj(answer -> new RemoteCall(answer, MICROS))
            .toList();
  }

  @TearDown
  public void close() {
    workers.shutdownNow();
  }

  @Benchmark
  public long computing() throws InterruptedException, ExecutionException {
    return sum(computing);
  }

  @Benchmark
  public long blocking() throws InterruptedException, ExecutionException {
    return sum(blocking);
  }

  private long sum(List<Callable<Long>> tasks) throws InterruptedException, ExecutionException {
    long sum = 0;
    for (Future<Long> result : workers.invokeAll(tasks)) {
      sum += result.get();
    }
    return sum;
  }

  /** Xorshift: each step needs the one before, so that neither JIT nor processor skips any. */
  static long compute(long seed) {
    long number = seed;
    for (int step = 0; step < STEPS; step++) {
      number ^= number << 13;
      number ^= number >>> 7;
      number ^= number << 17;
    }
    return number;
  }
}
