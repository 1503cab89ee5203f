package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetLookupTest {
  private static final int LOOKUPS = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000})
  void allSetsFindTheSameHalf(int size) {
    BitSet found = hashSet(size);
    assertThat(longOpenHashSet(size)).isEqualTo(found);
    assertThat(sortedArray(size)).isEqualTo(found);
    assertThat(array(size)).isEqualTo(found);
    assertThat(found.cardinality()).isBetween(LOOKUPS * 48 / 100, LOOKUPS * 52 / 100);
  }

  private static BitSet hashSet(int size) {
    SetLookup benchmark = benchmark(size);
    SetLookup.Hashed set = new SetLookup.Hashed();
    set.fill(benchmark);
    return lookups(() -> benchmark.hashSet(set));
  }

  private static BitSet longOpenHashSet(int size) {
    SetLookup benchmark = benchmark(size);
    SetLookup.Open set = new SetLookup.Open();
    set.fill(benchmark);
    return lookups(() -> benchmark.longOpenHashSet(set));
  }

  private static BitSet sortedArray(int size) {
    SetLookup benchmark = benchmark(size);
    SetLookup.Sorted set = new SetLookup.Sorted();
    set.fill(benchmark);
    return lookups(() -> benchmark.sortedArray(set));
  }

  private static BitSet array(int size) {
    SetLookup benchmark = benchmark(size);
    return lookups(benchmark::array);
  }

  private static SetLookup benchmark(int size) {
    SetLookup benchmark = new SetLookup();
    benchmark.size = size;
    benchmark.draw();
    return benchmark;
  }

  private static BitSet lookups(BooleanSupplier lookup) {
    BitSet found = new BitSet();
    for (int i = 0; i < LOOKUPS; i++) {
      found.set(i, lookup.getAsBoolean());
    }
    return found;
  }
}
