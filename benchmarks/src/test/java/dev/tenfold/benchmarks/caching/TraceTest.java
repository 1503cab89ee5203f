package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TraceTest {
  @ParameterizedTest
  @EnumSource
  void aTraceIsTheSameEveryTime(Traffic traffic) {
    Trace one = Trace.of(traffic);
    Trace other = Trace.of(traffic);
    for (int i = 0; i < Trace.LENGTH; i++) {
      assertThat(one.key(i)).isEqualTo(other.key(i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneAccessInTwentyIsAWrite(Traffic traffic) {
    Hits count = new Hits();
    Trace trace = Trace.of(traffic);
    Map<Integer, Integer> cache = new ConcurrentHashMap<>();
    for (int i = 0; i < Trace.LENGTH; i++) {
      trace.access(cache, i, count);
    }
    double writes = 1 - (double) (count.hits + count.misses) / Trace.LENGTH;
    // Six standard deviations of 2^18 draws at 5 % are 0.26 %.
    assertThat(writes).isBetween(0.0474, 0.0526);
  }

  @Test
  void theShareOfWritesDoesNotChangeTheKeys() {
    Trace few = Trace.of(Traffic.SKEWED);
    Trace many = Trace.of(Traffic.SKEWED, 0.5);
    int writes = 0;
    for (int i = 0; i < Trace.LENGTH; i++) {
      assertThat(many.key(i)).isEqualTo(few.key(i));
      writes += many.isWrite(i) ? 1 : 0;
    }
    // Six standard deviations of 2^18 draws at 50 % are 0.6 %.
    assertThat((double) writes / Trace.LENGTH).isBetween(0.494, 0.506);
  }

  @Test
  void theDistinctKeysAreThoseOfTheAccesses() {
    Trace trace = Trace.of(Traffic.LOOP);
    assertThat(trace.distinctKeys()).hasSize(1 << 10).startsWith(trace.key(0), trace.key(1));
  }

  @Test
  void aPositionPastTheEndGoesOnAtTheBeginning() {
    Trace trace = Trace.of(Traffic.LOOP);
    assertThat(trace.key(Trace.LENGTH + 3)).isEqualTo(trace.key(3));
    assertThat(trace.key(Integer.MIN_VALUE + 3)).isEqualTo(trace.key(3));
  }

  @Test
  void theLoopComesRoundWithoutACutAndDoesNotFit() {
    Trace trace = Trace.of(Traffic.LOOP);
    Map<Integer, Integer> last = new HashMap<>();
    for (int i = 0; i < 2 * Trace.LENGTH; i++) {
      Integer before = last.put(trace.key(i), i);
      if (before != null) {
        assertThat(i - before).isGreaterThan(Traffic.CAPACITY);
      }
    }
    assertThat(last).hasSizeBetween(Traffic.CAPACITY * 5 / 4, Traffic.CAPACITY * 5 / 4 + 1);
  }

  @Test
  void aScanBringsKeysThatComeOnce() {
    int[] keys = Traffic.SCAN.keys(Trace.LENGTH, new Random(1));
    Set<Integer> scanned = new HashSet<>();
    int scans = 0;
    for (int key : keys) {
      if (key >= Traffic.UNIVERSE) {
        scans++;
        assertThat(scanned.add(key)).isTrue();
      }
    }
    assertThat(scans).isBetween(Trace.LENGTH * 49 / 100, Trace.LENGTH * 51 / 100);
  }
}
