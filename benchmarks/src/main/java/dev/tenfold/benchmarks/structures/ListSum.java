package dev.tenfold.benchmarks.structures;

import dev.tenfold.benchmarks.data.Keys;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
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
 * What does boxing cost a loop over numbers?
 *
 * <p>The score is a whole pass over the list, which adds up its elements; divide by the size for
 * one. The sum is returned, without which the loop would be dead code, and the numbers come from a
 * seed at run time, so that the JIT cannot fold the sum into a constant. The boxes of the {@code
 * ArrayList} lie in memory in the order of the list, which is the best that it can be; after a sort
 * or a shuffle the same loop jumps through memory.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ListSum.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ListSum {
  @Param({"100", "10000", "1000000"})
  public int size;

  private ArrayList<Integer> arrayList;
  private IntArrayList intArrayList;
  private int[] array;

  @Setup
  public void fill() {
    array = Keys.ints(size, 1);
    intArrayList = new IntArrayList(array);
    arrayList = new ArrayList<>(intArrayList);
  }

  @Benchmark
  public long arrayList() {
    long sum = 0;
    for (int element : arrayList) {
      sum += element;
    }
    return sum;
  }

  @Benchmark
  public long intArrayList() {
    long sum = 0;
    for (int i = 0; i < intArrayList.size(); i++) {
      sum += intArrayList.getInt(i);
    }
    return sum;
  }

  @Benchmark
  public long array() {
    long sum = 0;
    for (int element : array) {
      sum += element;
    }
    return sum;
  }
}
