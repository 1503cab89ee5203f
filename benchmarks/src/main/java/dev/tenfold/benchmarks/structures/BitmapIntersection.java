package dev.tenfold.benchmarks.structures;

import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.BitSet;
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
import org.roaringbitmap.RoaringBitmap;

/**
 * How long does it take to count the numbers that two sets share, by the kind of set and by how its
 * numbers lie?
 *
 * <p>The score is one count over two sets of the same {@link Density}, as a search asks for it to
 * show how many results a further condition would leave. {@code BitSet} cannot count without
 * writing the intersection down, so that it copies 128 KiB each time, as the allocation shows; the
 * others make no set.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.BitmapIntersection.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class BitmapIntersection {
  @Param public Density density;

  private int[] members;
  private int[] others;

  @Setup
  public void draw() {
    members = density.members(1);
    others = density.members(2);
  }

  /** Only the sets of the measured method are filled: each fork pays for its own alone. */
  @State(Scope.Thread)
  public static class Plain {
    private BitSet set;
    private BitSet other;

    @Setup
    public void fill(BitmapIntersection data) {
      set = new BitSet(Density.UNIVERSE);
      other = new BitSet(Density.UNIVERSE);
      Arrays.stream(data.members).forEach(set::set);
      Arrays.stream(data.others).forEach(other::set);
    }
  }

  @State(Scope.Thread)
  public static class Compressed {
    private RoaringBitmap set;
    private RoaringBitmap other;

    @Setup
    public void fill(BitmapIntersection data) {
      set = RoaringBitmap.bitmapOf(data.members);
      other = RoaringBitmap.bitmapOf(data.others);
      set.runOptimize();
      other.runOptimize();
    }
  }

  @State(Scope.Thread)
  public static class Open {
    private IntOpenHashSet set;
    private IntOpenHashSet other;

    @Setup
    public void fill(BitmapIntersection data) {
      set = new IntOpenHashSet(data.members);
      other = new IntOpenHashSet(data.others);
    }
  }

  @Benchmark
  public int bitSet(Plain plain) {
    BitSet shared = (BitSet) plain.set.clone();
    shared.and(plain.other);
    return shared.cardinality();
  }

  @Benchmark
  public int roaringBitmap(Compressed compressed) {
    return RoaringBitmap.andCardinality(compressed.set, compressed.other);
  }

  @Benchmark
  public int intOpenHashSet(Open open) {
    int shared = 0;
    for (IntIterator member = open.set.iterator(); member.hasNext(); ) {
      if (open.other.contains(member.nextInt())) {
        shared++;
      }
    }
    return shared;
  }
}
