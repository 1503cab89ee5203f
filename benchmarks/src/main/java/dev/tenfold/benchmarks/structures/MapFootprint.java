package dev.tenfold.benchmarks.structures;

import dev.tenfold.benchmarks.data.Keys;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
 * How many bytes does a map from {@code int} to {@code int} keep for each entry, and how many more
 * does it allocate on the way there?
 *
 * <p>The score is a whole map, started empty, as in {@link MapBuild}, of one size and of more kinds
 * of map. Read the {@link Footprint} first: {@code bytes / entries} is what an entry keeps, with
 * its two boxes where there are any. The allocation divided by the size is at least that; what it
 * is more was thrown away when the tables grew. A table is filled to 61 % with 10,000 entries, near
 * the average over all sizes, so that one size is enough.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.MapFootprint.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class MapFootprint {
  @Param("10000")
  public int size;

  @Param public Kind kind;

  private int[] keys;

  /** Each fork builds one kind, so that every call below has only ever seen one class. */
  public enum Kind {
    HASH_MAP(keys -> filled(new HashMap<>(), keys)),
    TREE_MAP(keys -> filled(new TreeMap<>(), keys)),
    CONCURRENT_HASH_MAP(keys -> filled(new ConcurrentHashMap<>(), keys)),
    /** It tosses coins that no seed reaches: its bytes differ a little from fork to fork. */
    CONCURRENT_SKIP_LIST_MAP(keys -> filled(new ConcurrentSkipListMap<>(), keys)),
    /** The JDK's immutable one: no nodes, the keys and values lie in one array by turns. */
    COPY_OF_HASH_MAP(keys -> Map.copyOf(filled(new HashMap<>(), keys))),
    INT_2_INT_OPEN_HASH_MAP(Kind::primitives);

    private final Function<int[], Map<Integer, Integer>> builder;

    Kind(Function<int[], Map<Integer, Integer>> builder) {
      this.builder = builder;
    }

    private static Map<Integer, Integer> filled(Map<Integer, Integer> map, int[] keys) {
      for (int key : keys) {
        map.put(key, ~key);
      }
      return map;
    }

    private static Map<Integer, Integer> primitives(int[] keys) {
      Int2IntOpenHashMap map = new Int2IntOpenHashMap();
      for (int key : keys) {
        map.put(key, ~key);
      }
      return map;
    }
  }

  @Setup
  public void draw(Footprint footprint) {
    keys = Keys.ints(size, 1);
    footprint.of(build(), size);
  }

  @Benchmark
  public Map<Integer, Integer> build() {
    return kind.builder.apply(keys);
  }
}
