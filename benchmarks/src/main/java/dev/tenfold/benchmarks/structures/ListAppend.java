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
 * How long does it take to append {@code int} numbers to a list that was not told how many will
 * come, and how many bytes does it allocate?
 *
 * <p>The score is a whole list, started empty; divide by the size for one element. {@code array} is
 * the floor: an array of the final size, which only a caller who knows it can make. Look at the
 * allocation too ({@code -prof gc}, which the harness always adds): it is the same in every fork to
 * within a thousandth. The list is returned, so that neither it nor its boxes are dead code.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ListAppend.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ListAppend {
  @Param({"100", "1000", "10000"})
  public int size;

  private int[] elements;

  @Setup
  public void draw() {
    elements = Keys.ints(size, 1);
  }

  @Benchmark
  public ArrayList<Integer> arrayList() {
    ArrayList<Integer> list = new ArrayList<>();
    for (int element : elements) {
      list.add(element);
    }
    return list;
  }

  @Benchmark
  public IntArrayList intArrayList() {
    IntArrayList list = new IntArrayList();
    for (int element : elements) {
      list.add(element);
    }
    return list;
  }

  @Benchmark
  public int[] array() {
    int[] list = new int[elements.length];
    int length = 0;
    for (int element : elements) {
      list[length++] = element;
    }
    return list;
  }
}
