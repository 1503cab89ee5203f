package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {
  private static final int ACCESSES = 100_000;

  private final Hits count = new Hits();
  private final Stale wrong = new Stale();

  @ParameterizedTest
  @ValueSource(ints = {5, 50})
  void writeThroughIsNeverStale(int writes) {
    Freshness benchmark = benchmark(writes);
    Freshness.Written cache = new Freshness.Written();
    assertThat(lags(writes, cursor -> benchmark.writeThrough(cache, cursor, count, wrong)))
        .isEmpty();
    assertThat(wrong.stale).isZero();
    assertThat(count.hits).isGreaterThan(count.misses);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 50})
  void versionedKeysAreNeverStaleAndMissAfterEveryWrite(int writes) {
    Freshness benchmark = benchmark(writes);
    Freshness.Versioned cache = new Freshness.Versioned();
    assertThat(lags(writes, cursor -> benchmark.versionedKeys(cache, cursor, count, wrong)))
        .isEmpty();
    assertThat(wrong.stale).isZero();
    assertThat(count.hits).isPositive();
    assertThat(count.misses).isGreaterThanOrEqualTo(readsOfAnotherVersion(writes));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 50})
  void aStaleReadLacksNoWriteThatIsOlderThanTheTimeToLive(int writes) {
    for (int ttl : new int[] {100, 1000, 10_000}) {
      long before = wrong.stale;
      List<Integer> lags = timeToLive(writes, ttl);
      assertThat(lags).isNotEmpty().allMatch(lag -> lag < ttl);
      assertThat(wrong.stale - before).isEqualTo(lags.size());
    }
  }

  @Test
  void aLongerTimeToLiveHitsMoreAndIsStaleMore() {
    int stale = timeToLive(5, 100).size();
    long hits = count.hits;
    assertThat(timeToLive(5, 1000).size()).isGreaterThan(stale);
    assertThat(count.hits - hits).isGreaterThan(hits);
  }

  @Test
  void whatLivesForOneAccessIsAlwaysLoaded() {
    assertThat(timeToLive(50, 1)).isEmpty();
    assertThat(count.hits).isZero();
    assertThat(count.misses).isBetween(ACCESSES * 49L / 100, ACCESSES * 51L / 100);
  }

  private List<Integer> timeToLive(int writes, int ttl) {
    Freshness benchmark = benchmark(writes);
    Freshness.Aging cache = new Freshness.Aging();
    cache.ttl = ttl;
    cache.open();
    return lags(writes, cursor -> benchmark.timeToLive(cache, cursor, count, wrong));
  }

  private static Freshness benchmark(int writes) {
    Freshness benchmark = new Freshness();
    benchmark.writes = writes;
    benchmark.draw();
    return benchmark;
  }

  /** For each stale answer, how many accesses ago the first write was that it lacks. */
  private static List<Integer> lags(int writes, ToIntFunction<Cursor> access) {
    Trace trace = Trace.of(Traffic.SKEWED, writes / 100.0);
    Map<Integer, List<Integer>> written = new HashMap<>();
    List<Integer> lags = new ArrayList<>();
    Cursor cursor = new Cursor();
    for (int position = 0; position < ACCESSES; position++) {
      List<Integer> positions =
          written.computeIfAbsent(trace.key(position), key -> new ArrayList<>());
      if (trace.isWrite(position)) {
        positions.add(position);
      }
      int number = access.applyAsInt(cursor);
      assertThat(number).as("the number of writes").isBetween(0, positions.size());
      if (number < positions.size()) {
        lags.add(position - positions.get(number));
      }
    }
    return lags;
  }

  /** How many reads ask for another version of their key than the read before. */
  private static long readsOfAnotherVersion(int writes) {
    Trace trace = Trace.of(Traffic.SKEWED, writes / 100.0);
    Map<Integer, Boolean> changed = new HashMap<>();
    long reads = 0;
    for (int position = 0; position < ACCESSES; position++) {
      boolean write = trace.isWrite(position);
      Boolean before = changed.put(trace.key(position), write);
      if (!write && before != Boolean.FALSE) {
        reads++;
      }
    }
    return reads;
  }
}
