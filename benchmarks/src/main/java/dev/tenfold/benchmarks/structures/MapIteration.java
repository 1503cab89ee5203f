package dev.tenfold.benchmarks.structures;

import dev.tenfold.benchmarks.data.Keys;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.HashMap;
import java.util.Map;
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
 * How long does it take to go through all entries of a hash map?
 *
 * <p>The score is a whole pass, which adds up keys and values; divide by the size for one entry.
 * The sum is returned, without which the loop would be dead code.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.MapIteration.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class MapIteration {
  @Param({"100", "1000", "10000"})
  public int size;

  private HashMap<Integer, Integer> hashMap;
  private Int2IntOpenHashMap int2IntOpenHashMap;

  @Setup
  public void fill() {
    hashMap = new HashMap<>();
    int2IntOpenHashMap = new Int2IntOpenHashMap();
    int[] keys = Keys.ints(size, 1);
    for (int i = 0; i < size; i++) {
      hashMap.put(keys[i], i);
      int2IntOpenHashMap.put(keys[i], i);
    }
  }

  @Benchmark
  public long hashMap() {
    long sum = 0;
    for (Map.Entry<Integer, Integer> entry : hashMap.entrySet()) {
      sum += entry.getKey() + (long) entry.getValue();
    }
    return sum;
  }

  /**
   * With the one entry object that fastutil moves along for such a loop. Its iterator over the same
   * entries was seen to allocate 72 or 88 bytes, depending on what the JIT made of it; this
   * allocates none.
   */
  @Benchmark
  public long int2IntOpenHashMap() {
    long[] sum = new long[1];
    int2IntOpenHashMap
        .int2IntEntrySet()
        .fastForEach(entry -> sum[0] += entry.getIntKey() + (long) entry.getIntValue());
    return sum[0];
  }
}
