package dev.tenfold.benchmarks.caching;

import java.util.concurrent.ConcurrentHashMap;
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
 * From which size of a record on is a small cache in the heap worth its while in front of a store
 * outside the heap, which has to make an object of the record at every read?
 *
 * <p>The score is a read, with the traffic of {@link ReadMostly} less its writes. {@code offHeap}
 * copies the record and grows with its size. {@code heapThenOffHeap} keeps a tenth of the keys in
 * Caffeine: a hit does not look at the record, and a miss pays for the read, the store and the
 * eviction. {@code heap} has everything as objects, and is the floor; what it costs instead, the
 * heap that the garbage collector goes through, is not in the score of a read. Records of plain
 * text are cheap to decode: one that is parsed is worth caching when smaller.
 *
 * <p>The JVM gets a heap of 256 MB, because a read of a large record allocates 20 KB: in a heap of
 * several gigabytes the measurement would be over before the first of it is used a second time, and
 * would show what it costs the operating system to hand out memory.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.HeapOverOffHeap.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class HeapOverOffHeap {
  /** Of a text, in bytes. */
  @Param({"100", "10000"})
  public int size;

  private Trace trace;

  @Setup
  public void draw() {
    trace = Trace.of(Traffic.SKEWED);
  }

  /** Only the tiers of the measured method are filled: each fork pays for its own alone. */
  @State(Scope.Thread)
  public static class Heap {
    private ConcurrentHashMap<Integer, String> texts;

    @Setup
    public void fill(HeapOverOffHeap data) {
      texts = new ConcurrentHashMap<>();
      for (Integer key : data.trace.distinctKeys()) {
        texts.put(key, Store.text(key, data.size));
      }
    }
  }

  @State(Scope.Thread)
  public static class OffHeap {
    private Records records;

    @Setup
    public void fill(HeapOverOffHeap data) {
      records = Records.of(data.trace.distinctKeys(), data.size);
    }
  }

  /** Its heap tier is filled by the warm-up. */
  @State(Scope.Thread)
  public static class Both {
    private TwoTiers tiers;

    @Setup
    public void open(OffHeap store) {
      tiers = new TwoTiers(Traffic.CAPACITY, store.records);
    }
  }

  @Benchmark
  public String heap(Heap heap, Cursor cursor, Tiers count) {
    count.heap++;
    return heap.texts.get(trace.key(cursor.next()));
  }

  @Benchmark
  public String offHeap(OffHeap store, Cursor cursor, Tiers count) {
    count.store++;
    return store.records.read(trace.key(cursor.next()));
  }

  @Benchmark
  public String heapThenOffHeap(Both both, Cursor cursor, Tiers count) {
    return both.tiers.read(trace.key(cursor.next()), count);
  }
}
