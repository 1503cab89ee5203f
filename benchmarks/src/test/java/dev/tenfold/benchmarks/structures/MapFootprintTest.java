package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.structures.MapFootprint.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MapFootprintTest {
  private static final int SIZE = 1000;

  private final Footprint footprint = new Footprint();

  @ParameterizedTest
  @EnumSource
  void allKindsHoldTheSameEntries(Kind kind) {
    Map<Integer, Integer> map = built(kind);
    assertThat(map).hasSize(SIZE).isEqualTo(built(Kind.HASH_MAP));
    map.forEach((key, value) -> assertThat(value).isEqualTo(~key));
  }

  @Test
  void primitivesTakeTheLeastAndNodesTheMost() {
    assertThat(bytesPerEntry(Kind.INT_2_INT_OPEN_HASH_MAP))
        .isBetween(8.0, 8 * 2.1)
        .isLessThan(bytesPerEntry(Kind.COPY_OF_HASH_MAP));
    assertThat(bytesPerEntry(Kind.COPY_OF_HASH_MAP)).isLessThan(bytesPerEntry(Kind.HASH_MAP));
    assertThat(bytesPerEntry(Kind.HASH_MAP)).isBetween(56.0, 130.0);
  }

  private double bytesPerEntry(Kind kind) {
    built(kind);
    assertThat(footprint.entries()).isEqualTo(SIZE);
    return (double) footprint.bytes() / footprint.entries();
  }

  private Map<Integer, Integer> built(Kind kind) {
    MapFootprint benchmark = new MapFootprint();
    benchmark.size = SIZE;
    benchmark.kind = kind;
    benchmark.draw(footprint);
    return benchmark.build();
  }
}
