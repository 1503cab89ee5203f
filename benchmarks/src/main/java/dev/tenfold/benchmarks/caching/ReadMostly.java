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
 * What does a bounded cache cost one thread, and what does it hit, when 95 % of the accesses are
 * reads and a few keys are asked for often?
 *
 * <p>The time is that of an access, with the storing and evicting after a miss in it. {@code
 * UNBOUNDED} is the floor: it always hits, and never gives memory back. A policy that takes longer
 * and hits more is the better one as soon as a miss costs more than the difference in time divided
 * by the difference in hit rate. The warm-up fills the caches: it goes through the trace many
 * times.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ReadMostly.*'
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ReadMostly {
  @Param public Policy policy;

  private Map<Integer, Integer> cache;
  private Trace trace;

  @Setup
  public void open() {
    cache = policy.cache(Traffic.CAPACITY);
    trace = Trace.of(Traffic.SKEWED);
  }

  @Benchmark
  public Integer access(Cursor cursor, Hits count) {
    return trace.access(cache, cursor.next(), count);
  }
}
