package dev.tenfold.benchmarks.structures;

import dev.tenfold.benchmarks.data.Keys;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.TreeMap;
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
 * How long does it take to find the value of a key that is there, by the kind of map and its size?
 *
 * <p>100 entries fit the first level of a processor's cache, 10,000 the second, 100,000 neither; no
 * more, because each fork fills its map anew and a million takes half a second. A hash map does not
 * grow with the size until it leaves a cache, a tree with its logarithm. The score is one lookup:
 * one is an invocation, not a turn of a loop in the benchmark, because the JIT would overlap and
 * hoist the turns. The keys to look up are drawn beforehand, more of them than a branch predictor
 * remembers, and boxed beforehand where the map wants boxes: whether the JIT removes a box is a
 * matter of luck in each fork, and would make the allocation jump. So the JDK's maps are shown
 * without the boxing that a caller with an {@code int} may have to pay.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.MapLookup.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class MapLookup {
  private static final int PROBES = 1 << 16;

  @Param({"100", "1000", "10000", "100000"})
  public int size;

  private int[] keys;
  private int[] probes;
  private Integer[] boxedProbes;
  private int next;

  @Setup
  public void draw() {
    keys = Keys.ints(size, 1);
    probes = Arrays.stream(Keys.picks(size, PROBES, 2)).map(pick -> keys[pick]).toArray();
    boxedProbes = Arrays.stream(probes).boxed().toArray(Integer[]::new);
  }

  /** Only the map of the measured method is filled: each fork pays for its own alone. */
  @State(Scope.Thread)
  public static class Hashed {
    private HashMap<Integer, Integer> map;

    @Setup
    public void fill(MapLookup data) {
      map = new HashMap<>();
      for (int i = 0; i < data.size; i++) {
        map.put(data.keys[i], i);
      }
    }
  }

  @State(Scope.Thread)
  public static class Open {
    private Int2IntOpenHashMap map;

    @Setup
    public void fill(MapLookup data) {
      map = new Int2IntOpenHashMap();
      for (int i = 0; i < data.size; i++) {
        map.put(data.keys[i], i);
      }
    }
  }

  @State(Scope.Thread)
  public static class Tree {
    private TreeMap<Integer, Integer> map;

    @Setup
    public void fill(MapLookup data) {
      map = new TreeMap<>();
      for (int i = 0; i < data.size; i++) {
        map.put(data.keys[i], i);
      }
    }
  }

  @Benchmark
  public int hashMap(Hashed hashed) {
    return hashed.map.get(boxedProbes[next++ & (PROBES - 1)]);
  }

  @Benchmark
  public int int2IntOpenHashMap(Open open) {
    return open.map.get(probes[next++ & (PROBES - 1)]);
  }

  @Benchmark
  public int treeMap(Tree tree) {
    return tree.map.get(boxedProbes[next++ & (PROBES - 1)]);
  }
}
