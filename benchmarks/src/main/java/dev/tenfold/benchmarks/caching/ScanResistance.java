package dev.tenfold.benchmarks.caching;

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
 * What does a bounded cache still hit, and what does it cost, under traffic that defeats the rule
 * "evict what was used longest ago"?
 *
 * <p>Read the hits first: in {@code LOOP} LRU has none, in {@code SCAN} it loses what is popular at
 * every scan. The time then says what resisting costs; it is that of an access with many misses, so
 * mostly of storing and evicting. {@code UNBOUNDED} keeps whatever comes and hits always after the
 * first round of the trace, which no bounded cache can.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ScanResistance.*'
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ScanResistance {
  @Param public Policy policy;

  @Param({"LOOP", "SCAN"})
  public Traffic traffic;

  private Map<Integer, Integer> cache;
  private Trace trace;

  @Setup
  public void open() {
    cache = policy.cache(Traffic.CAPACITY);
    trace = Trace.of(traffic);
  }

  @Benchmark
  public Integer access(Cursor cursor, Hits count) {
    return trace.access(cache, cursor.next(), count);
  }
}
