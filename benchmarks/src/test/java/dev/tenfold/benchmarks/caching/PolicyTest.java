package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {
  @ParameterizedTest
  @EnumSource
  void allPoliciesHitTheSameWhileEverythingFits(Policy policy) {
    Trace trace = Trace.of(Traffic.SKEWED);
    Hits expected = new Hits();
    Hits count = new Hits();
    Map<Integer, Integer> plain = new HashMap<>();
    // Twice what there is: the keys are not spread evenly over Guava's four segments.
    Map<Integer, Integer> cache = policy.cache(2 * Traffic.UNIVERSE);
    for (int i = 0; i < Trace.LENGTH; i++) {
      trace.access(plain, i, expected);
      trace.access(cache, i, count);
    }
    assertThat(count.misses).isEqualTo(expected.misses).isPositive();
    assertThat(count.hits).isEqualTo(expected.hits);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNBOUNDED")
  void aBoundedCacheNeverHoldsMoreThanItsCapacity(Policy policy) {
    Map<Integer, Integer> cache = policy.cache(100);
    for (int key = 0; key < 10_000; key++) {
      cache.put(key, key);
      assertThat(cache.size()).isLessThanOrEqualTo(100);
    }
    assertThat(cache).hasSize(100);
  }

  @Test
  void theLruEvictsWhatWasUsedLongestAgo() {
    Map<Integer, Integer> cache = Policy.SYNCHRONIZED_LRU.cache(2);
    cache.put(1, 1);
    cache.put(2, 2);
    cache.get(1);
    cache.put(3, 3);
    assertThat(cache).containsOnlyKeys(1, 3);
  }
}
