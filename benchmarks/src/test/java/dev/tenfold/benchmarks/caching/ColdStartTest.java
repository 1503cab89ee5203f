package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColdStartTest {
  private final Hits cold = new Hits();
  private final Hits warm = new Hits();

  @ParameterizedTest
  @ValueSource(ints = {1000, 10_000})
  void aFilledCacheGivesTheSameValuesAndMissesLess(int accesses) {
    ColdStart benchmark = benchmark(accesses);
    ColdStart.Empty empty = new ColdStart.Empty();
    empty.open();
    ColdStart.Filled filled = new ColdStart.Filled();
    filled.save(benchmark);
    filled.fill();
    assertThat(benchmark.filled(filled, warm)).isEqualTo(benchmark.empty(empty, cold));
    assertThat(cold.hits + cold.misses).isEqualTo(accesses);
    assertThat(warm.hits + warm.misses).isEqualTo(accesses);
    // A tenth of the keys saves about as many misses as it has keys that are soon asked for.
    assertThat(cold.misses - warm.misses).isBetween(100L, (long) Traffic.CAPACITY);
  }

  @Test
  void everyInvocationStartsFromAnEmptyCache() {
    int accesses = 1000;
    Trace trace = Trace.of(Traffic.SKEWED);
    long keys = IntStream.range(0, accesses).mapToObj(trace::key).distinct().count();
    assertThat(keys).as("so few that none is evicted").isLessThan(Traffic.CAPACITY);
    ColdStart benchmark = benchmark(accesses);
    ColdStart.Empty empty = new ColdStart.Empty();
    for (int invocation = 1; invocation <= 3; invocation++) {
      empty.open();
      benchmark.empty(empty, cold);
      assertThat(cold.misses).isEqualTo(invocation * keys);
    }
  }

  private static ColdStart benchmark(int accesses) {
    ColdStart benchmark = new ColdStart();
    benchmark.accesses = accesses;
    benchmark.draw();
    return benchmark;
  }
}
