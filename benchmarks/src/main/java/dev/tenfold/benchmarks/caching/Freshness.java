package dev.tenfold.benchmarks.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tenfold.benchmarks.caching.Source.Version;
import java.time.Duration;
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
 * What does it cost to keep a cache fresh while its source is written, and how many reads are
 * answered with what is no longer true?
 *
 * <p>The score is an access, a read or a write, of skewed traffic; a miss loads, for {@value
 * Source#PRICE} tokens of {@link org.openjdk.jmh.infra.Blackhole#consumeCPU}, about a microsecond.
 * Read it together with {@code stale / (hits + misses)}, the share of reads that were wrong:
 *
 * <ul>
 *   <li>{@code timeToLive}: the writer does not know the cache; an entry is thrown away when it is
 *       {@code ttl} accesses old. A longer time loads less often and is wrong more often.
 *   <li>{@code writeThrough}: the writer stores what it wrote in the cache too, whether or not
 *       anyone reads it. Never stale here; of two writers at once the one that is first at the
 *       source can be last at the cache, which a single thread does not show.
 *   <li>{@code versionedKeys}: the number of writes is part of the key. Never stale, and what is
 *       out of date stays until it is evicted, in the place of something useful. The reader has to
 *       know the number: here it is at hand, and a program that has to ask for it adds that price.
 * </ul>
 *
 * <p>Time is counted in accesses and not taken from the clock, so that a faster JVM does not hit
 * more often. The comparison with the source that counts the stale reads is in every score alike.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.Freshness.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class Freshness {
  /** Of a hundred accesses. */
  @Param({"5", "50"})
  public int writes;

  private Trace trace;
  private Source source;

  @Setup
  public void draw() {
    trace = Trace.of(Traffic.SKEWED, writes / 100.0);
    source = new Source();
  }

  /** Entries that grow old by a second at every access: Caffeine takes less for no time at all. */
  @State(Scope.Thread)
  public static class Aging {
    private static final Duration TICK = Duration.ofSeconds(1);

    /** In accesses. */
    @Param({"1000", "10000"})
    public int ttl;

    private Cache<Integer, Version> cache;
    private long now;

    @Setup
    public void open() {
      cache = bounded().expireAfterWrite(TICK.multipliedBy(ttl)).ticker(() -> now).build();
    }

    private void tick() {
      now += TICK.toNanos();
    }
  }

  @State(Scope.Thread)
  public static class Written {
    private final Cache<Integer, Version> cache = bounded().build();
  }

  @State(Scope.Thread)
  public static class Versioned {
    private final Cache<Version, Version> cache = bounded().build();
  }

  private static Caffeine<Object, Object> bounded() {
    return Caffeine.newBuilder().maximumSize(Traffic.CAPACITY).executor(Runnable::run);
  }

  @Benchmark
  public int timeToLive(Aging aging, Cursor cursor, Hits count, Stale wrong) {
    aging.tick();
    int position = cursor.next();
    Integer key = trace.key(position);
    return trace.isWrite(position)
        ? source.write(key).number()
        : read(aging.cache, key, key, count, wrong);
  }

  @Benchmark
  public int writeThrough(Written written, Cursor cursor, Hits count, Stale wrong) {
    int position = cursor.next();
    Integer key = trace.key(position);
    if (trace.isWrite(position)) {
      Version version = source.write(key);
      written.cache.put(key, version);
      return version.number();
    }
    return read(written.cache, key, key, count, wrong);
  }

  @Benchmark
  public int versionedKeys(Versioned versioned, Cursor cursor, Hits count, Stale wrong) {
    int position = cursor.next();
    Integer key = trace.key(position);
    return trace.isWrite(position)
        ? source.write(key).number()
        : read(versioned.cache, source.current(key), key, count, wrong);
  }

  private <K> int read(Cache<K, Version> cache, K entry, int key, Hits count, Stale wrong) {
    Version version = cache.getIfPresent(entry);
    if (version == null) {
      count.misses++;
      version = source.load(key);
      cache.put(entry, version);
      return version.number();
    }
    count.hits++;
    if (!source.isCurrent(version)) {
      wrong.stale++;
    }
    return version.number();
  }
}
