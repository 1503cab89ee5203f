package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
  private static final Shape SHAPE =
      new Shape(5, Duration.ofSeconds(10), 5, Duration.ofSeconds(10));

  private static Benchmark of(int threads, int group, Map<String, List<String>> params) {
    return new Benchmark("a.B.c", Mode.THROUGHPUT, threads, group, SHAPE, new TreeMap<>(params));
  }

  private static List<String> texts(Benchmark benchmark, Map<String, List<String>> chosen) {
    return benchmark.ids(chosen, OptionalInt.empty()).stream().map(BenchmarkId::text).toList();
  }

  private static int threads(Benchmark benchmark, OptionalInt chosen) {
    List<BenchmarkId> ids = benchmark.ids(Map.of(), chosen);
    assertThat(ids).hasSize(1);
    return ids.get(0).threads();
  }

  @Test
  void standsForOneIdentityWithoutParameters() {
    assertThat(texts(of(1, 1, Map.of()), Map.of())).containsExactly("a.B.c:thrpt:1");
  }

  @Test
  void standsForTheProductOfItsParameters() {
    Benchmark benchmark =
        of(1, 1, Map.of("size", List.of("1", "2"), "kind", List.of("a", "b", "c")));
    assertThat(texts(benchmark, Map.of()))
        .containsExactlyInAnyOrder(
            "a.B.c:thrpt:1{kind=a,size=1}",
            "a.B.c:thrpt:1{kind=a,size=2}",
            "a.B.c:thrpt:1{kind=b,size=1}",
            "a.B.c:thrpt:1{kind=b,size=2}",
            "a.B.c:thrpt:1{kind=c,size=1}",
            "a.B.c:thrpt:1{kind=c,size=2}");
  }

  @Test
  void chosenValuesTakeThePlaceOfTheDeclaredOnes() {
    Benchmark benchmark = of(1, 1, Map.of("size", List.of("1", "2")));
    assertThat(texts(benchmark, Map.of("size", List.of("9"), "unknown", List.of("x"))))
        .containsExactly("a.B.c:thrpt:1{size=9}");
  }

  @Test
  void aParameterWithoutAValueAsksForOne() {
    Benchmark benchmark = of(1, 1, Map.of("size", List.of()));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> benchmark.ids(Map.of(), OptionalInt.empty()))
        .withMessageContaining("a.B.c declares the parameter size without a value")
        .withMessageContaining("-p size=VALUE");
    assertThat(texts(benchmark, Map.of("size", List.of("1")))).hasSize(1);
  }

  @Test
  void threadsAreTheChosenElseTheDeclaredOnes() {
    assertThat(threads(of(2, 1, Map.of()), OptionalInt.empty())).isEqualTo(2);
    assertThat(threads(of(2, 1, Map.of()), OptionalInt.of(7))).isEqualTo(7);
    assertThat(threads(of(-1, 1, Map.of()), OptionalInt.empty()))
        .isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void threadsAreRoundedUpToWholeGroups() {
    assertThat(threads(of(1, 4, Map.of()), OptionalInt.empty())).isEqualTo(4);
    assertThat(threads(of(1, 4, Map.of()), OptionalInt.of(4))).isEqualTo(4);
    assertThat(threads(of(1, 4, Map.of()), OptionalInt.of(5))).isEqualTo(8);
  }
}
