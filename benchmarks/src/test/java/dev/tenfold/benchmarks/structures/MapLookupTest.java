package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapLookupTest {
  private static final int LOOKUPS = 100_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000})
  void allMapsFindTheSameValues(int size) {
    int[] found = hashMap(size);
    assertThat(int2IntOpenHashMap(size)).isEqualTo(found);
    assertThat(treeMap(size)).isEqualTo(found);
    assertThat(Arrays.stream(found).distinct().count())
        .as("how many of the entries are asked for")
        .isGreaterThan(size * 99 / 100);
  }

  private static int[] hashMap(int size) {
    MapLookup benchmark = benchmark(size);
    MapLookup.Hashed map = new MapLookup.Hashed();
    map.fill(benchmark);
    return lookups(() -> benchmark.hashMap(map));
  }

  private static int[] int2IntOpenHashMap(int size) {
    MapLookup benchmark = benchmark(size);
    MapLookup.Open map = new MapLookup.Open();
    map.fill(benchmark);
    return lookups(() -> benchmark.int2IntOpenHashMap(map));
  }

  private static int[] treeMap(int size) {
    MapLookup benchmark = benchmark(size);
    MapLookup.Tree map = new MapLookup.Tree();
    map.fill(benchmark);
    return lookups(() -> benchmark.treeMap(map));
  }

  private static MapLookup benchmark(int size) {
    MapLookup benchmark = new MapLookup();
    benchmark.size = size;
    benchmark.draw();
    return benchmark;
  }

  private static int[] lookups(IntSupplier lookup) {
    return IntStream.range(0, LOOKUPS).map(i -> lookup.getAsInt()).toArray();
  }
}
