package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadMostlyTest {
  @Test
  void everyPolicyAnswersRightAndWithTheHitsOfItsKind() {
    double lru = hitRate(Policy.SYNCHRONIZED_LRU);
    double caffeine = hitRate(Policy.CAFFEINE);
    assertThat(lru).isBetween(0.5, 0.8);
    // An LRU too, but one whose four segments never fill at the same time.
    assertThat(hitRate(Policy.GUAVA)).isBetween(lru - 0.02, lru + 0.02);
    assertThat(caffeine).isBetween(lru + 0.02, 0.9);
    assertThat(hitRate(Policy.UNBOUNDED)).isEqualTo(1);
  }

  private static double hitRate(Policy policy) {
    ReadMostly benchmark = new ReadMostly();
    benchmark.policy = policy;
    benchmark.open();
    return Rounds.hitRate(Traffic.SKEWED, benchmark::access);
  }
}
