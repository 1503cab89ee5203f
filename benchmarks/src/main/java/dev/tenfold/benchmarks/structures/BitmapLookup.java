package dev.tenfold.benchmarks.structures;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
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
 * Which set of numbers below a million takes the least memory, by how the numbers lie, and what
 * does a lookup cost in it?
 *
 * <p>The score is one lookup, of a member in half of the cases and of any number in the others.
 * Read it beside the {@link Footprint}: {@code bytes / entries} is what a member takes. A plain
 * bitmap is fast and takes the same 128 KiB for one member as for a million; the hash set pays for
 * each member, and never less than for the number itself; the compressed bitmap adapts to either,
 * and pays for it with a search at each lookup.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.BitmapLookup.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class BitmapLookup {
  private static final int PROBES = 1 << 16;

  @Param public Density density;

  private int[] members;
  private int[] probes;
  private int next;

  @Setup
  public void draw() {
    members = density.members(1);
    Random random = new Random(2);
    probes = new int[PROBES];
    for (int i = 0; i < PROBES; i++) {
      probes[i] =
          random.nextBoolean()
              ? members[random.nextInt(members.length)]
              : random.nextInt(Density.UNIVERSE);
    }
  }

  /** Only the set of the measured method is filled: each fork pays for its own alone. */
  @State(Scope.Thread)
  public static class Plain {
    private BitSet set;

    @Setup
    public void fill(BitmapLookup data, Footprint footprint) {
      set = new BitSet(Density.UNIVERSE);
      Arrays.stream(data.members).forEach(set::set);
      footprint.of(set, data.members.length);
    }
  }

  @State(Scope.Thread)
  public static class Compressed {
    private RoaringBitmap set;

    @Setup
    public void fill(BitmapLookup data, Footprint footprint) {
      set = RoaringBitmap.bitmapOf(data.members);
      set.runOptimize();
      footprint.of(set, data.members.length);
    }
  }

  @State(Scope.Thread)
  public static class Open {
    private IntOpenHashSet set;

    @Setup
    public void fill(BitmapLookup data, Footprint footprint) {
      set = new IntOpenHashSet(data.members);
      footprint.of(set, data.members.length);
    }
  }

  @Benchmark
  public boolean bitSet(Plain plain) {
    return plain.set.get(probes[next++ & (PROBES - 1)]);
  }

  @Benchmark
  public boolean roaringBitmap(Compressed compressed) {
    return compressed.set.contains(probes[next++ & (PROBES - 1)]);
  }

  @Benchmark
  public boolean intOpenHashSet(Open open) {
    return open.set.contains(probes[next++ & (PROBES - 1)]);
  }
}
