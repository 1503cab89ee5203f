package dev.tenfold.growth;

import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Terms;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class GrowthsTest {
  private static final long[] SIZES = {1_000, 10, 100};

  private static BenchmarkId id(Mode mode, String size) {
    return BenchmarkId.of("a.B.sort", mode, 1, Map.of("size", size, "kind", "x"));
  }

  private static Run grown(Mode mode, DoubleUnaryOperator level) {
    return run(
        Arrays.stream(SIZES)
            .mapToObj(
                size -> {
                  double at = level.applyAsDouble(size);
                  return result(id(mode, Long.toString(size)), at, at * 1.01, at * 0.99);
                })
            .toArray(Result[]::new));
  }

  private static List<Growth> growths(Run base, Run head) {
    Comparison comparison = Comparer.compare(base, head, Terms.sideBySide(Set.of()));
    return Growths.of(Optional.of(base), head, comparison, Set.of("size"));
  }

  @Test
  void whatBecameQuadraticIsSteeperByOne() {
    List<Growth> growths =
        growths(grown(Mode.AVERAGE_TIME, n -> 5 * n), grown(Mode.AVERAGE_TIME, n -> n * n / 100));
    assertThat(growths).hasSize(1);
    Growth growth = growths.get(0);
    assertThat(growth.sizes()).containsExactly(10.0, 100.0, 1_000.0);
    assertThat(growth.largest()).isEqualTo(id(Mode.AVERAGE_TIME, "1000"));
    assertThat(growth.family().params()).containsOnlyKeys("kind");
    assertThat(growth.base().orElseThrow().order()).isEqualTo(Order.LINEAR);
    assertThat(growth.head().order()).isEqualTo(Order.QUADRATIC);
    assertThat(growth.steeper().orElseThrow().estimate()).isCloseTo(1, within(1e-9));
    assertThat(growth.expectedSteeper()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aThroughputThatFallsWithTheSizeIsATimeThatGrows() {
    List<Growth> growths =
        growths(grown(Mode.THROUGHPUT, n -> 1e6 / n), grown(Mode.THROUGHPUT, n -> 1e8 / (n * n)));
    assertThat(growths.get(0).base().orElseThrow().order()).isEqualTo(Order.LINEAR);
    assertThat(growths.get(0).head().order()).isEqualTo(Order.QUADRATIC);
    assertThat(growths.get(0).steeper().orElseThrow().estimate()).isCloseTo(1, within(1e-9));
  }

  @Test
  void withoutABaseTheHeadAloneIsFitted() {
    Run head = grown(Mode.AVERAGE_TIME, n -> n);
    Run nothing = run();
    List<Growth> growths =
        Growths.of(
            Optional.empty(),
            head,
            Comparer.compare(nothing, head, Terms.sideBySide(Set.of())),
            Set.of("size"));
    assertThat(growths.get(0).base()).isEmpty();
    assertThat(growths.get(0).steeper()).isEmpty();
    assertThat(growths.get(0).head().order()).isEqualTo(Order.LINEAR);
    assertThat(growths.get(0).expectedSteeper()).isZero();
  }

  @Test
  void aSizeThatOneSideLacksLeavesNothingToCompare() {
    Run head = grown(Mode.AVERAGE_TIME, n -> n);
    Run less =
        run(result(id(Mode.AVERAGE_TIME, "10"), 1, 2), result(id(Mode.AVERAGE_TIME, "100"), 1, 2));
    assertThat(growths(less, head).get(0).base()).isEmpty();
    assertThat(growths(head, less)).as("two sizes lie on every curve").isEmpty();
  }

  @Test
  void onlyNumbersOfTheNamedParametersAreSizes() {
    Run words =
        run(
            result(BenchmarkId.of("a.B.c", Mode.AVERAGE_TIME, 1, Map.of("size", "small")), 1, 2),
            result(BenchmarkId.of("a.B.c", Mode.AVERAGE_TIME, 1, Map.of("size", "0")), 1, 2),
            result(BenchmarkId.of("a.B.c", Mode.AVERAGE_TIME, 1, Map.of("size", "8")), 1, 2),
            result(BenchmarkId.of("a.B.c", Mode.AVERAGE_TIME, 1, Map.of("size", "-80")), 1, 2));
    assertThat(growths(words, words)).isEmpty();
    Run head = grown(Mode.AVERAGE_TIME, n -> n);
    Comparison comparison = Comparer.compare(head, head, Terms.sideBySide(Set.of()));
    assertThat(Growths.of(Optional.of(head), head, comparison, Set.of("kind"))).isEmpty();
  }
}
