package dev.tenfold.benchmarks.structures;

import dev.tenfold.benchmarks.data.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
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
 * How long does it take to read the element at an index of a list?
 *
 * <p>The score is one reading, at an index that was drawn beforehand. An {@code ArrayList} adds one
 * offset whatever its size; a {@code LinkedList} walks from the nearer end, past a quarter of its
 * nodes on average. Its nodes lie in memory in the order of the list here, which is the best that
 * it can be.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ListGet.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ListGet {
  private static final int PROBES = 1 << 16;

  @Param({"100", "1000", "10000"})
  public int size;

  private List<Integer> elements;
  private int[] indices;
  private int next;

  @Setup
  public void draw() {
    elements = Arrays.stream(Keys.ints(size, 1)).boxed().toList();
    indices = Keys.picks(size, PROBES, 2);
  }

  /** Only the list of the measured method is filled: each fork pays for its own alone. */
  @State(Scope.Thread)
  public static class Array {
    private ArrayList<Integer> list;

    @Setup
    public void fill(ListGet data) {
      list = new ArrayList<>(data.elements);
    }
  }

  @State(Scope.Thread)
  public static class Linked {
    private LinkedList<Integer> list;

    @Setup
    public void fill(ListGet data) {
      list = new LinkedList<>(data.elements);
    }
  }

  @Benchmark
  public int arrayList(Array array) {
    return array.list.get(indices[next++ & (PROBES - 1)]);
  }

  @Benchmark
  public int linkedList(Linked linked) {
    return linked.list.get(indices[next++ & (PROBES - 1)]);
  }
}
