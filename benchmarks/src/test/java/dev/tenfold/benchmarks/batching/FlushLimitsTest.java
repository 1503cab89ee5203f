package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlushLimitsTest {
  /** Whole batches of a hundred, of 1001 and of 11. */
  private static final int ITEMS = 100 * 1001;

  @ParameterizedTest
  @ValueSource(longs = {1_000, 100_000})
  void bySizeTheFlushesAreTheSameAndTheWaitGrowsWithTheGap(long gap) {
    FlushLimits.Flushes count = new FlushLimits.Flushes();
    FlushLimits benchmark = benchmark(gap);
    add(count, benchmark::bySize);
    assertThat(count.flushes).isEqualTo(ITEMS / FlushLimits.SIZE);
    assertThat(count.waitedMicros).isEqualTo(count.flushes * (FlushLimits.SIZE - 1) * gap / 1000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 100_000})
  void byAgeTheWaitIsTheSameAndTheFlushesGrowWithTheGap(long gap) {
    FlushLimits.Flushes count = new FlushLimits.Flushes();
    FlushLimits benchmark = benchmark(gap);
    add(count, benchmark::byAge);
    // The first of a batch has no gap before it.
    assertThat(count.flushes).isEqualTo(ITEMS / (FlushLimits.AGE / gap + 1));
    assertThat(count.waitedMicros).isEqualTo(count.flushes * FlushLimits.AGE / 1000);
  }

  private static FlushLimits benchmark(long gap) {
    FlushLimits benchmark = new FlushLimits();
    benchmark.gap = gap;
    benchmark.open();
    return benchmark;
  }

  private static void add(FlushLimits.Flushes count, Consumer<FlushLimits.Flushes> add) {
    for (int i = 0; i < ITEMS; i++) {
      add.accept(count);
    }
    assertThat(count.items).isEqualTo(ITEMS);
  }
}
