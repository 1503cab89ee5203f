package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BitmapIntersectionTest {
  @ParameterizedTest
  @EnumSource
  void allSetsShareTheSameNumbers(Density density) {
    BitmapIntersection benchmark = new BitmapIntersection();
    benchmark.density = density;
    benchmark.draw();
    BitmapIntersection.Plain plain = new BitmapIntersection.Plain();
    plain.fill(benchmark);
    BitmapIntersection.Compressed compressed = new BitmapIntersection.Compressed();
    compressed.fill(benchmark);
    BitmapIntersection.Open open = new BitmapIntersection.Open();
    open.fill(benchmark);
    int[] others = density.members(2);
    int shared =
        (int)
            Arrays.stream(density.members(1))
                .filter(member -> Arrays.binarySearch(others, member) >= 0)
                .count();
    // Twice: no count may change a set.
    for (int time = 0; time < 2; time++) {
      assertThat(benchmark.bitSet(plain)).isEqualTo(shared);
      assertThat(benchmark.roaringBitmap(compressed)).isEqualTo(shared);
      assertThat(benchmark.intOpenHashSet(open)).isEqualTo(shared);
    }
  }
}
