package dev.tenfold.benchmarks.structures;

import java.util.Arrays;
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
 * How long does it take to sort numbers that lie in no order, and what does boxing them add?
 *
 * <p>The score is a whole array: a copy of it, which costs next to nothing, and the sorting, which
 * grows with n log n. The JDK sorts primitives by a quicksort that needs no memory, and boxes by a
 * stable merge sort whose comparisons go through two references each. Each invocation sorts the
 * next of many arrays, whose order no branch predictor remembers; each fork sorts the same ones.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.NumberSort.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class NumberSort {
  @Param({"100", "1000", "10000"})
  public int size;

  private long[][] batches;
  private Long[][] boxedBatches;
  private int next;

  @Setup
  public void draw() {
    batches = Batches.of(size);
    boxedBatches =
        Arrays.stream(batches)
            .map(batch -> Arrays.stream(batch).boxed().toArray(Long[]::new))
            .toArray(Long[][]::new);
  }

  @Benchmark
  public long[] primitives() {
    next = (next + 1) % batches.length;
    long[] sorted = batches[next].clone();
    Arrays.sort(sorted);
    return sorted;
  }

  @Benchmark
  public Long[] boxes() {
    next = (next + 1) % batches.length;
    Long[] sorted = boxedBatches[next].clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
