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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many accesses does a bounded cache serve when two threads use it at once, with the traffic of
 * {@link ReadMostly}?
 *
 * <p>The score is the throughput of both threads together: higher is better. One that does not
 * exceed what {@link ReadMostly} gives for one thread (1000 / its ns/op) says that the lock eats
 * the second processor. On a machine with one processor it says nothing.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.Contended.*'
 * </pre>
 */
@State(Scope.Benchmark)
@Threads(2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class Contended {
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
