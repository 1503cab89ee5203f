package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import dev.tenfold.benchmarks.data.Keys;
import dev.tenfold.benchmarks.structures.MapFootprint.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jol.info.GraphLayout;
import org.roaringbitmap.RoaringBitmap;

class ObjectGraphTest {
  private static final int SIZE = 100;

  static List<Object> others() {
    RoaringBitmap bitmap = RoaringBitmap.bitmapOfUnordered(Keys.ints(SIZE, 1));
    BloomFilter<Long> filter = BloomFilter.create(Funnels.longFunnel(), SIZE);
    return List.of(bitmap, filter, new long[SIZE], new byte[3][5], "text");
  }

  @ParameterizedTest
  @EnumSource
  void aMapWeighsWhatJolItselfSays(Kind kind) {
    MapFootprint benchmark = new MapFootprint();
    benchmark.size = SIZE;
    benchmark.kind = kind;
    benchmark.draw(new Footprint());
    Object map = benchmark.build();
    assertThat(ObjectGraph.bytes(map)).isEqualTo(GraphLayout.parseInstance(map).totalSize());
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatIsNoMapDoesTo(Object structure) {
    assertThat(ObjectGraph.bytes(structure))
        .isEqualTo(GraphLayout.parseInstance(structure).totalSize());
  }

  @Test
  void anObjectThatRefersToItselfIsCountedOnce() {
    Object[] array = new Object[1000];
    long empty = ObjectGraph.bytes(array);
    array[0] = array;
    array[999] = array;
    assertThat(ObjectGraph.bytes(array)).isEqualTo(empty);
  }

  @Test
  void whatJolCannotLookIntoIsRefused() {
    record Hidden(Object inside) {}
    assertThatIllegalStateException()
        .isThrownBy(() -> ObjectGraph.bytes(new Hidden("text")))
        .withMessageContaining("--sun-misc-unsafe-memory-access=allow");
  }
}
