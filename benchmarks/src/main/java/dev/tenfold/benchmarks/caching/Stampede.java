package dev.tenfold.benchmarks.caching;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * When the one key that everybody reads is invalidated, how often is it loaded again, and what does
 * it cost the readers to wait for each other instead of loading it all at once?
 *
 * <p>Read the counts first: {@code loads} divided by {@code invalidations} is 1 with single flight,
 * and up to the number of threads without ({@code getThenPut}). That is what single flight saves,
 * and it is saved at the source: with as many processors as threads a reader waits as long as it
 * would have loaded. The score is the throughput of both threads together, higher is better, and
 * mostly that of the hits between the loads. On a machine with one processor it says nothing.
 *
 * <p>Each thread invalidates the key after as many reads as a load costs tokens. So a dear load is
 * as seldom as it is dear, and there is time between two to wake whoever slept: were the key
 * invalidated again before that, one thread would do all the work, in some forks and not in others.
 *
 * <p>A thread waits for nothing but a load that is under way, which ends by itself: no iteration
 * can end in a dead-lock.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.Stampede.*'
 * </pre>
 */
@State(Scope.Benchmark)
@Threads(2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class Stampede {
  static final Integer KEY = 1;

  /** Of a load, in tokens of {@link Blackhole#consumeCPU}: some microseconds, and a hundredfold. */
  @Param({"1000", "100000"})
  public int price;

  final AtomicLong loads = new AtomicLong();

  private final ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
  private Function<Integer, Integer> loader;
  private LoadingCache<Integer, Integer> cache;

  @Setup
  public void open() {
    loader = this::load;
    cache =
        Caffeine.newBuilder()
            .maximumSize(Traffic.CAPACITY)
            .executor(Runnable::run)
            .build(this::load);
  }

  Integer load(Integer key) {
    loads.incrementAndGet();
    Blackhole.consumeCPU(price);
    return key;
  }

  /** The loads of a round, whoever made them, are counted by the thread that ends it. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Reader {
    public long invalidations;
    public long loads;

    private int reads;

    /** The threads take turns: each begins its own part of a period into it. */
    @Setup
    public void start(Stampede benchmark, ThreadParams thread) {
      reads = benchmark.price / thread.getThreadCount() * thread.getThreadIndex();
    }
  }

  /** Invalidates the key if the thread has read it often enough; what is absent does not count. */
  private void invalidateInTurn(Map<Integer, Integer> values, Reader reader) {
    if (++reader.reads < price) {
      return;
    }
    reader.reads = 0;
    if (values.remove(KEY) != null) {
      reader.invalidations++;
      reader.loads += loads.getAndSet(0);
    }
  }

  @Benchmark
  public Integer getThenPut(Reader reader) {
    invalidateInTurn(map, reader);
    Integer value = map.get(KEY);
    if (value == null) {
      value = load(KEY);
      map.put(KEY, value);
    }
    return value;
  }

  /**
   * Shorter, but dearer than a {@code get} even where the value is there. It finds this one without
   * a lock, as it does a key that is the first of its bin; any other it would lock the bin for.
   */
  @Benchmark
  public Integer computeIfAbsent(Reader reader) {
    invalidateInTurn(map, reader);
    return map.computeIfAbsent(KEY, loader);
  }

  @Benchmark
  public Integer getThenComputeIfAbsent(Reader reader) {
    invalidateInTurn(map, reader);
    Integer value = map.get(KEY);
    return value != null ? value : map.computeIfAbsent(KEY, loader);
  }

  @Benchmark
  public Integer loadingCache(Reader reader) {
    invalidateInTurn(cache.asMap(), reader);
    return cache.get(KEY);
  }
}
