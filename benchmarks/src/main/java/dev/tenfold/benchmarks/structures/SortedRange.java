package dev.tenfold.benchmarks.structures;

import dev.tenfold.benchmarks.data.Keys;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
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
 * How long does it take to add up the values of ten neighbouring keys, by the kind of sorted
 * structure and its size?
 *
 * <p>The score is one range: the search for its first key, which is what {@code floorKey} costs and
 * grows with the logarithm of the size, and ten steps from there, which do not grow until the
 * structure leaves a cache. The sorted array is the floor, and the one that cannot be added to. The
 * bounds are drawn beforehand, and boxed beforehand where the map wants boxes.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.SortedRange.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class SortedRange {
  private static final int RANGES = 1 << 14;
  private static final int LENGTH = 10;

  @Param({"1000", "10000", "100000"})
  public int size;

  private long[] keys;
  private long[] firsts;
  private long[] lasts;
  private Long[] boxedFirsts;
  private Long[] boxedLasts;
  private int next;

  @Setup
  public void draw() {
    keys = Keys.longs(size, 1);
    long[] sorted = keys.clone();
    Arrays.sort(sorted);
    int[] picks = Keys.picks(size - LENGTH + 1, RANGES, 2);
    firsts = Arrays.stream(picks).mapToLong(pick -> sorted[pick]).toArray();
    lasts = Arrays.stream(picks).mapToLong(pick -> sorted[pick + LENGTH - 1]).toArray();
    boxedFirsts = Arrays.stream(firsts).boxed().toArray(Long[]::new);
    boxedLasts = Arrays.stream(lasts).boxed().toArray(Long[]::new);
  }

  /** Only the structure of the measured method is filled: each fork pays for its own alone. */
  @State(Scope.Thread)
  public static class Tree {
    private TreeMap<Long, Long> map;

    @Setup
    public void fill(SortedRange data) {
      map = new TreeMap<>();
      for (long key : data.keys) {
        map.put(key, ~key);
      }
    }
  }

  @State(Scope.Thread)
  public static class SkipList {
    private ConcurrentSkipListMap<Long, Long> map;

    @Setup
    public void fill(SortedRange data) {
      map = new ConcurrentSkipListMap<>();
      for (long key : data.keys) {
        map.put(key, ~key);
      }
    }
  }

  @State(Scope.Thread)
  public static class Sorted {
    private long[] keys;
    private long[] values;

    @Setup
    public void fill(SortedRange data) {
      keys = data.keys.clone();
      Arrays.sort(keys);
      values = Arrays.stream(keys).map(key -> ~key).toArray();
    }
  }

  @Benchmark
  public long treeMap(Tree tree) {
    int range = next++ & (RANGES - 1);
    return sum(tree.map.subMap(boxedFirsts[range], true, boxedLasts[range], true).values());
  }

  @Benchmark
  public long concurrentSkipListMap(SkipList list) {
    int range = next++ & (RANGES - 1);
    return sum(list.map.subMap(boxedFirsts[range], true, boxedLasts[range], true).values());
  }

  @Benchmark
  public long sortedArray(Sorted sorted) {
    int range = next++ & (RANGES - 1);
    long sum = 0;
    // Every range begins at a key that is there.
    int i = Arrays.binarySearch(sorted.keys, firsts[range]);
    for (; i < sorted.keys.length && sorted.keys[i] <= lasts[range]; i++) {
      sum += sorted.values[i];
    }
    return sum;
  }

  private static long sum(Collection<Long> values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }
}
