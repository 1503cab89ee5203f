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
 * Which list is the faster one to insert into in the middle: the one that has to move half of its
 * elements, or the one that has to walk past half of them?
 *
 * <p>The score is an insertion in the middle and the removal of the last element, which keeps the
 * size and costs either list next to nothing. Both grow with the size; what decides is that moving
 * goes by whole cache lines and walking by one node after the other. Elements are boxed beforehand.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ListMiddle.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ListMiddle {
  private static final int INSERTED = 1 << 10;

  @Param({"100", "1000", "10000"})
  public int size;

  private List<Integer> first;
  private Integer[] inserted;
  private int next;

  @Setup
  public void draw() {
    first = Arrays.stream(Keys.ints(size, 1)).boxed().toList();
    inserted = Arrays.stream(Keys.ints(INSERTED, 2)).boxed().toArray(Integer[]::new);
  }

  /** Only the list of the measured method is filled: each fork pays for its own alone. */
  @State(Scope.Thread)
  public static class Array {
    ArrayList<Integer> list;

    @Setup
    public void fill(ListMiddle data) {
      list = new ArrayList<>(data.first);
    }
  }

  @State(Scope.Thread)
  public static class Linked {
    LinkedList<Integer> list;

    @Setup
    public void fill(ListMiddle data) {
      list = new LinkedList<>(data.first);
    }
  }

  @Benchmark
  public Integer arrayList(Array array) {
    array.list.add(size / 2, inserted[next++ & (INSERTED - 1)]);
    return array.list.remove(size);
  }

  @Benchmark
  public Integer linkedList(Linked linked) {
    linked.list.add(size / 2, inserted[next++ & (INSERTED - 1)]);
    return linked.list.remove(size);
  }
}
