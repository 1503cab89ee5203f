package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScanResistanceTest {
  @Test
  void aLoopDefeatsTheLruAndGuavaAndNotCaffeine() {
    assertThat(hitRate(Policy.SYNCHRONIZED_LRU, Traffic.LOOP)).isZero();
    assertThat(hitRate(Policy.GUAVA, Traffic.LOOP)).isZero();
    // A quarter more keys than fit: who knew the future would hit in four of five.
    assertThat(hitRate(Policy.CAFFEINE, Traffic.LOOP)).isBetween(0.4, 0.8);
    assertThat(hitRate(Policy.UNBOUNDED, Traffic.LOOP)).isEqualTo(1);
  }

  @Test
  void scansCostTheLruWhatCaffeineKeeps() {
    double lru = hitRate(Policy.SYNCHRONIZED_LRU, Traffic.SCAN);
    assertThat(hitRate(Policy.GUAVA, Traffic.SCAN)).isBetween(lru - 0.02, lru + 0.02);
    // Half of the accesses are scans, which no bounded cache can hit.
    assertThat(hitRate(Policy.CAFFEINE, Traffic.SCAN)).isBetween(lru + 0.05, 0.5);
    assertThat(hitRate(Policy.UNBOUNDED, Traffic.SCAN)).isEqualTo(1);
  }

  private static double hitRate(Policy policy, Traffic traffic) {
    ScanResistance benchmark = new ScanResistance();
    benchmark.policy = policy;
    benchmark.traffic = traffic;
    benchmark.open();
    return Rounds.hitRate(traffic, benchmark::access);
  }
}
