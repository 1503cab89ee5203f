package dev.tenfold.benchmarks.structures;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import dev.tenfold.benchmarks.data.Keys;
import java.util.Arrays;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * What does a Bloom filter save against a hash set, in memory and in time, and how often is it
 * wrong, when half of the numbers asked for were never put in?
 *
 * <p>The score is one lookup. Read it beside the counts: {@code bytes / entries} is the memory of
 * the {@link Footprint}, {@code falsePositives / absent} the share of the absent numbers that the
 * filter took for present, one in a hundred by its making; the hash set takes none. The filter pays
 * off where a wrong "perhaps" costs little, and the set would not fit: hashing by Murmur alone
 * takes it longer than a set in a cache takes for all. The counting has no branch that could be
 * guessed wrong, and both methods do it.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.BloomLookup.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class BloomLookup {
  static final double FALSE_POSITIVES = 0.01;

  private static final int PROBES = 1 << 16;

  @Param({"1000", "10000", "100000"})
  public int size;

  private long[] elements;
  private Long[] probes;
  private int[] absent;
  private int next;

  @Setup
  public void draw() {
    long[] keys = Keys.longs(size + PROBES, 1);
    elements = Arrays.copyOf(keys, size);
    int[] picks = Keys.picks(size, PROBES, 2);
    absent = Keys.picks(2, PROBES, 3);
    probes = new Long[PROBES];
    for (int i = 0; i < PROBES; i++) {
      probes[i] = keys[absent[i] == 1 ? size + i : picks[i]];
    }
  }

  /** How many of the numbers asked for are absent, and how many of those were said to be there. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Errors {
    public long absent;
    public long falsePositives;
  }

  /** Only the set of the measured method is filled: each fork pays for its own alone. */
  @State(Scope.Thread)
  public static class Bloom {
    private BloomFilter<Long> filter;

    @Setup
    public void fill(BloomLookup data, Footprint footprint) {
      filter = BloomFilter.create(Funnels.longFunnel(), data.size, FALSE_POSITIVES);
      for (long element : data.elements) {
        filter.put(element);
      }
      footprint.of(filter, data.size);
    }
  }

  @State(Scope.Thread)
  public static class Hashed {
    private HashSet<Long> set;

    @Setup
    public void fill(BloomLookup data, Footprint footprint) {
      set = new HashSet<>();
      for (long element : data.elements) {
        set.add(element);
      }
      footprint.of(set, data.size);
    }
  }

  @Benchmark
  public boolean bloomFilter(Bloom bloom, Errors errors) {
    int probe = next++ & (PROBES - 1);
    return counted(probe, bloom.filter.mightContain(probes[probe]), errors);
  }

  @Benchmark
  public boolean hashSet(Hashed hashed, Errors errors) {
    int probe = next++ & (PROBES - 1);
    return counted(probe, hashed.set.contains(probes[probe]), errors);
  }

  private boolean counted(int probe, boolean found, Errors errors) {
    errors.absent += absent[probe];
    errors.falsePositives += found ? absent[probe] : 0;
    return found;
  }
}
