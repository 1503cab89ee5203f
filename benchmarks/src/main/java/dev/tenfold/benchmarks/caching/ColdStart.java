package dev.tenfold.benchmarks.caching;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What does it save the first accesses after a start to fill the cache before them, with the keys
 * that it held before the stop?
 *
 * <p>The score is all of the first {@code accesses} reads of skewed traffic, by one thread, from a
 * cache (Caffeine) that is {@code empty} or {@code filled}. A miss costs {@value Source#PRICE}
 * tokens of {@link Blackhole#consumeCPU}, about a microsecond; the difference of the scores divided
 * by the difference of the misses is that price, and with another price the saving is another. The
 * more accesses, the less the start matters: the difference comes to an end where both hit alike.
 * The filling is not in the score, because it is done before the traffic comes: it loads as many
 * keys as fit, some of which nobody asks for soon.
 *
 * <p>Every invocation starts again from a cache of its own, made by {@link Level#Invocation}. That
 * costs two looks at the clock, which do not show beside the hundreds of microseconds of the
 * replay; it would ruin a benchmark of one access. The JIT is warm throughout: this is a cold
 * cache, not a cold JVM.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.ColdStart.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ColdStart {
  @Param({"1000", "10000"})
  public int accesses;

  private Trace trace;

  @Setup
  public void draw() {
    trace = Trace.of(Traffic.SKEWED);
  }

  @State(Scope.Thread)
  public static class Empty {
    private Map<Integer, Integer> cache;

    @Setup(Level.Invocation)
    public void open() {
      cache = Policy.CAFFEINE.cache(Traffic.CAPACITY);
    }
  }

  @State(Scope.Thread)
  public static class Filled {
    private List<Integer> saved;
    private Map<Integer, Integer> cache;

    /** Saves what a cache holds after the whole trace, whose beginning it has long forgotten. */
    @Setup
    public void save(ColdStart data) {
      Map<Integer, Integer> before = Policy.CAFFEINE.cache(Traffic.CAPACITY);
      Hits ignored = new Hits();
      for (int position = 0; position < Trace.LENGTH; position++) {
        data.trace.access(before, position, ignored);
      }
      saved = List.copyOf(before.keySet());
    }

    @Setup(Level.Invocation)
    public void fill() {
      cache = Policy.CAFFEINE.cache(Traffic.CAPACITY);
      for (Integer key : saved) {
        cache.put(key, key);
      }
    }
  }

  @Benchmark
  public long empty(Empty start, Hits count) {
    return replay(start.cache, count);
  }

  @Benchmark
  public long filled(Filled start, Hits count) {
    return replay(start.cache, count);
  }

  private long replay(Map<Integer, Integer> cache, Hits count) {
    long sum = 0;
    for (int position = 0; position < accesses; position++) {
      sum += read(cache, trace.key(position), count);
    }
    return sum;
  }

  /** Apart from the loop: as part of it, it would be compiled while it is measured. */
  private static Integer read(Map<Integer, Integer> cache, Integer key, Hits count) {
    Integer value = cache.get(key);
    if (value != null) {
      count.hits++;
      return value;
    }
    count.misses++;
    Blackhole.consumeCPU(Source.PRICE);
    cache.put(key, key);
    return key;
  }
}
