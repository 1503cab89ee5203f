package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwoTiersTest {
  private static final int LENGTH = 20;

  private final Map<Integer, Integer> asked = new HashMap<>();
  private final Store store =
      key -> {
        asked.merge(key, 1, Integer::sum);
        return Store.text(key, LENGTH);
      };

  @Test
  void theStoreIsAskedOnceForEachKeyWhileEverythingFits() {
    TwoTiers tiers = new TwoTiers(Traffic.UNIVERSE, store);
    Trace trace = Trace.of(Traffic.SKEWED);
    Tiers count = reads(tiers, trace);
    assertThat(asked.keySet()).isEqualTo(trace.distinctKeys());
    assertThat(asked.values()).containsOnly(1);
    assertThat(count.store).isEqualTo(asked.size());
    assertThat(count.heap).isEqualTo(Trace.LENGTH - count.store);
  }

  @Test
  void theHeapHitsWhatTheCacheHitsOfTheSameTrace() {
    TwoTiers tiers = new TwoTiers(Traffic.CAPACITY, store);
    Trace trace = Trace.of(Traffic.SKEWED, 0);
    Tiers count = reads(tiers, trace);
    Hits alone = new Hits();
    Map<Integer, Integer> cache = Policy.CAFFEINE.cache(Traffic.CAPACITY);
    for (int position = 0; position < Trace.LENGTH; position++) {
      trace.access(cache, position, alone);
    }
    assertThat(count.heap + count.store).isEqualTo(alone.hits + alone.misses);
    // Caffeine does not settle at the same rate every time; see Policy.CAFFEINE.
    assertThat((double) count.heap / Trace.LENGTH)
        .isCloseTo((double) alone.hits / Trace.LENGTH, within(0.03));
    assertThat(asked.values().stream().mapToLong(times -> times).sum()).isEqualTo(count.store);
  }

  private static Tiers reads(TwoTiers tiers, Trace trace) {
    return Rounds.reads(
        Trace.LENGTH, LENGTH, (cursor, count) -> tiers.read(trace.key(cursor.next()), count));
  }
}
