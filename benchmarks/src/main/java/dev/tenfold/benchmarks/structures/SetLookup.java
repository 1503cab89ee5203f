package dev.tenfold.benchmarks.structures;

import dev.tenfold.benchmarks.data.Keys;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
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
 * How long does it take to tell whether a number is in a set, by the kind of set and its size, when
 * half of the numbers asked for are?
 *
 * <p>The score is one lookup: one is an invocation, not a turn of a loop in the benchmark, because
 * the JIT would overlap and hoist the turns. The sorted array takes the least memory, 8 bytes an
 * element, and pays for it with a binary search; the same numbers in no order take no work at all,
 * and are gone through from the start. That makes three orders of growth: a hash set does not grow
 * with the size until it leaves a cache, a binary search grows with its logarithm, and going
 * through with the size itself. What to look up is drawn beforehand, more than a branch predictor
 * remembers, and boxed beforehand where the set wants boxes: whether the JIT removes a box is a
 * matter of luck in each fork, and would make the allocation jump.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.SetLookup.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class SetLookup {
  private static final int PROBES = 1 << 16;

  @Param({"100", "1000", "10000", "100000"})
  public int size;

  private long[] elements;
  private long[] probes;
  private Long[] boxedProbes;
  private int next;

  @Setup
  public void draw() {
    long[] keys = Keys.longs(2 * size, 1);
    elements = Arrays.copyOf(keys, size);
    probes = Arrays.stream(Keys.picks(keys.length, PROBES, 2)).mapToLong(i -> keys[i]).toArray();
    boxedProbes = Arrays.stream(probes).boxed().toArray(Long[]::new);
  }

  /** Only the set of the measured method is filled: each fork pays for its own alone. */
  @State(Scope.Thread)
  public static class Hashed {
    private HashSet<Long> set;

    @Setup
    public void fill(SetLookup data) {
      set = new HashSet<>();
      for (long element : data.elements) {
        set.add(element);
      }
    }
  }

  @State(Scope.Thread)
  public static class Open {
    private LongOpenHashSet set;

    @Setup
    public void fill(SetLookup data) {
      set = new LongOpenHashSet(data.elements);
    }
  }

  @State(Scope.Thread)
  public static class Sorted {
    private long[] set;

    @Setup
    public void fill(SetLookup data) {
      set = data.elements.clone();
      Arrays.sort(set);
    }
  }

  @Benchmark
  public boolean hashSet(Hashed hashed) {
    return hashed.set.contains(boxedProbes[next++ & (PROBES - 1)]);
  }

  @Benchmark
  public boolean longOpenHashSet(Open open) {
    return open.set.contains(probes[next++ & (PROBES - 1)]);
  }

  @Benchmark
  public boolean sortedArray(Sorted sorted) {
    return Arrays.binarySearch(sorted.set, probes[next++ & (PROBES - 1)]) >= 0;
  }

  @Benchmark
  public boolean array() {
    long probe = probes[next++ & (PROBES - 1)];
    for (long element : elements) {
      if (element == probe) {
        return true;
      }
    }
    return false;
  }
}
