package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapBuildTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000})
  void allMapsHoldTheSameEntries(int size) {
    MapBuild benchmark = new MapBuild();
    benchmark.size = size;
    benchmark.draw();
    Map<Integer, Integer> map = benchmark.hashMap();
    assertThat(map).hasSize(size);
    assertThat(benchmark.treeMap()).isEqualTo(map);
    assertThat(benchmark.int2IntOpenHashMap()).isEqualTo(map);
  }
}
