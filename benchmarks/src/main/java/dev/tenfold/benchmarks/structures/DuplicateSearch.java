package dev.tenfold.benchmarks.structures;

import java.util.Arrays;
import java.util.HashSet;
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
 * Which order of growth does it have to tell whether a number comes twice?
 *
 * <p>The score is one array without duplicates, the worst case, which has to be gone through to the
 * end. A hash set grows with the size n, sorting with n log n, and comparing each number with each
 * with n squared, which is the fastest while there are few. The order shows in how the scores of
 * the sizes relate and not in any one of them. Four sizes at a distance of 8 hold it apart; no more
 * than 4,096 numbers, for which the comparing takes some milliseconds already. Each invocation
 * searches the next of many arrays, whose order no branch predictor remembers.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.DuplicateSearch.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class DuplicateSearch {
  @Param({"8", "64", "512", "4096"})
  public int size;

  long[][] batches;
  private int next;

  @Setup
  public void draw() {
    batches = Batches.of(size);
  }

  @Benchmark
  public boolean hashSet() {
    HashSet<Long> seen = new HashSet<>();
    for (long number : batch()) {
      if (!seen.add(number)) {
        return true;
      }
    }
    return false;
  }

  @Benchmark
  public boolean sort() {
    long[] sorted = batch().clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i - 1] == sorted[i]) {
        return true;
      }
    }
    return false;
  }

  @Benchmark
  public boolean nestedLoops() {
    long[] numbers = batch();
    for (int i = 1; i < numbers.length; i++) {
      for (int j = 0; j < i; j++) {
        if (numbers[i] == numbers[j]) {
          return true;
        }
      }
    }
    return false;
  }

  private long[] batch() {
    next = (next + 1) % batches.length;
    return batches[next];
  }
}
