package dev.tenfold.benchmarks.caching;

import java.sql.SQLException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a cache that holds a hundredth or a tenth of a PostgreSQL table save its readers?
 *
 * <p>The score is a read by primary key, with the traffic of {@link ReadMostly} less its writes.
 * {@code postgres} is the price of a miss: a round trip over loopback to a table that is all in
 * memory, by a statement that is prepared once. Over a network it is more. {@code heapThenPostgres}
 * asks Caffeine first; its time is the share of misses, which the counts of the tiers tell, times
 * that price, and the cache's own part is lost in it. So judge a cache in front of a data base by
 * what it hits. What everything in the heap costs, {@link HeapOverOffHeap} tells.
 *
 * <p>Needs a server, and says what to type if there is none.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.HeapOverPostgres.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class HeapOverPostgres {
  static final int TEXT_LENGTH = 100;

  private Trace trace;
  private Table table;

  @Setup
  public void open() throws SQLException {
    trace = Trace.of(Traffic.SKEWED);
    table = new Table(trace.distinctKeys(), TEXT_LENGTH);
  }

  @TearDown
  public void close() throws SQLException {
    table.close();
  }

  /** Its heap tier is filled by the warm-up. */
  @State(Scope.Thread)
  public static class Both {
    /** Of the heap tier, in entries: a hundredth and a tenth of the keys. */
    @Param({"82", "819"})
    public int capacity;

    private TwoTiers tiers;

    @Setup
    public void open(HeapOverPostgres data) {
      tiers = new TwoTiers(capacity, data.table);
    }
  }

  @Benchmark
  public String postgres(Cursor cursor, Tiers count) {
    count.store++;
    return table.read(trace.key(cursor.next()));
  }

  @Benchmark
  public String heapThenPostgres(Both both, Cursor cursor, Tiers count) {
    return both.tiers.read(trace.key(cursor.next()), count);
  }
}
