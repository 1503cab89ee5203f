package dev.tenfold.benchmarks.structures;

import dev.tenfold.benchmarks.data.Keys;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
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
 * How long does it take to build a map from {@code int} keys and values in no order, and how many
 * bytes does it allocate?
 *
 * <p>The score is a whole map, started empty and grown as most code does it; divide by the size for
 * one entry. Run it with the allocation ({@code -prof gc}, which the harness always adds): the
 * bytes are the same in every fork to within a thousandth, and often say more than the time. Boxing
 * is part of the question here, and safe to measure: each box ends in the map, so that no JIT can
 * remove it. The map is returned, so that it is not dead code either. No more than 10,000 entries:
 * a tree of 100,000 takes longer than a turn of two JVMs that are compared. What the map keeps of
 * the allocated bytes is a question of its own, {@link MapFootprint}.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.MapBuild.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class MapBuild {
  @Param({"100", "1000", "10000"})
  public int size;

  private int[] keys;

  @Setup
  public void draw() {
    keys = Keys.ints(size, 1);
  }

  @Benchmark
  public HashMap<Integer, Integer> hashMap() {
    HashMap<Integer, Integer> map = new HashMap<>();
    for (int key : keys) {
      map.put(key, ~key);
    }
    return map;
  }

  @Benchmark
  public Int2IntOpenHashMap int2IntOpenHashMap() {
    Int2IntOpenHashMap map = new Int2IntOpenHashMap();
    for (int key : keys) {
      map.put(key, ~key);
    }
    return map;
  }

  @Benchmark
  public TreeMap<Integer, Integer> treeMap() {
    TreeMap<Integer, Integer> map = new TreeMap<>();
    for (int key : keys) {
      map.put(key, ~key);
    }
    return map;
  }
}
