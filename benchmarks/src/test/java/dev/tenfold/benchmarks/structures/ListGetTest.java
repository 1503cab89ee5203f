package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.data.Keys;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListGetTest {
  private static final int READINGS = 10_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1000})
  void bothListsGiveTheElementAtTheIndex(int size) {
    int[] elements = Keys.ints(size, 1);
    int[] expected =
        Arrays.stream(Keys.picks(size, READINGS, 2)).map(index -> elements[index]).toArray();
    ListGet ofArray = benchmark(size);
    ListGet.Array array = new ListGet.Array();
    array.fill(ofArray);
    ListGet ofLinked = benchmark(size);
    ListGet.Linked linked = new ListGet.Linked();
    linked.fill(ofLinked);
    for (int element : expected) {
      assertThat(ofArray.arrayList(array)).isEqualTo(element);
      assertThat(ofLinked.linkedList(linked)).isEqualTo(element);
    }
  }

  private static ListGet benchmark(int size) {
    ListGet benchmark = new ListGet();
    benchmark.size = size;
    benchmark.draw();
    return benchmark;
  }
}
