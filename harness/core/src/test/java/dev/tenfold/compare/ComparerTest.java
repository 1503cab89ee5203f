package dev.tenfold.compare;

import static dev.tenfold.run.Runs.allocating;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.iterations;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import dev.tenfold.run.Spared;
import dev.tenfold.run.Unit;
import dev.tenfold.stats.Contrast;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComparerTest {
  private static final BenchmarkId TIME = id("time");
  private static final BenchmarkId THROUGHPUT = id("throughput", Mode.THROUGHPUT);
  private static final Offset<Double> CLOSE = within(1e-9);

  private static Comparison compare(Result base, Result head) {
    return Comparer.compare(run(base), run(head), Terms.sideBySide(Set.of()));
  }

  private static Difference only(Result base, Result head) {
    Comparison comparison = compare(base, head);
    assertThat(comparison.exclusions()).isEmpty();
    assertThat(comparison.differences()).hasSize(1);
    return comparison.differences().get(0);
  }

  private static Contrast quartile(Difference difference) {
    return difference.estimates().orElseThrow().quartile();
  }

  @Test
  void aSlowerTimePointsToTheWorseByTheValuesOfTheTextbook() {
    Difference difference = only(result(TIME, 100, 102, 98), result(TIME, 110, 112.2, 107.8));
    // ln 1.1, and the pooled standard error of the six logarithms, as SciPy has them.
    Contrast contrast = quartile(difference);
    assertThat(contrast.estimate()).isCloseTo(0.09531017980432477, CLOSE);
    assertThat(contrast.standardError()).isCloseTo(0.01633238170133442, CLOSE);
    assertThat(contrast.degreesOfFreedom()).isEqualTo(4);
    assertThat(contrast.pGreater()).isCloseTo(0.002148772019691825, CLOSE);
    assertThat(difference.scale()).isEqualTo(Scale.LOG_RATIO);
    assertThat(difference.kind()).isEqualTo(Kind.SIDE_BY_SIDE);
    assertThat(difference.warnings()).containsExactly(Warning.WHOLE_FORKS);
  }

  @Test
  void aFallenThroughputPointsToTheWorseToo() {
    Difference difference =
        only(result(THROUGHPUT, 1000, 1020, 980), result(THROUGHPUT, 900, 918, 882));
    assertThat(quartile(difference).estimate()).isCloseTo(0.10536051565782678, CLOSE);
    assertThat(quartile(difference).pGreater()).isCloseTo(0.0014861123425946505, CLOSE);
  }

  @Test
  void theTwoEstimatesRestOnQuartilesAndMeans() {
    double[] calm = {10, 10, 10, 10, 10};
    double[] spiky = {10, 10, 10, 10, 60};
    Difference difference = only(iterations(TIME, calm, calm), iterations(TIME, spiky, spiky));
    assertThat(difference.estimates().orElseThrow().quartile().estimate()).isZero();
    assertThat(difference.estimates().orElseThrow().mean().estimate())
        .isCloseTo(Math.log(2), CLOSE);
    assertThat(difference.head().typical()).isCloseTo(10, CLOSE);
    assertThat(difference.head().mean()).isCloseTo(20, CLOSE);
    assertThat(difference.head().forks()).isEqualTo(2);
  }

  @Test
  void levelsAreTheMiddleOfTheForks() {
    Difference difference = only(result(TIME, 1, 100), result(TIME, 4, 25));
    assertThat(difference.base().typical()).isCloseTo(10, CLOSE);
    assertThat(difference.head().typical()).isCloseTo(10, CLOSE);
    assertThat(quartile(difference).estimate()).isCloseTo(0, CLOSE);
  }

  @Test
  void variantsOfAParameterAreBenchmarksOfTheirOwn() {
    BenchmarkId small = BenchmarkId.of("a.B.m", Mode.AVERAGE_TIME, 1, Map.of("size", "1"));
    BenchmarkId large = BenchmarkId.of("a.B.m", Mode.AVERAGE_TIME, 1, Map.of("size", "1000"));
    Comparison comparison =
        Comparer.compare(
            run(result(small, 10, 10), result(large, 1000, 1000)),
            run(result(large, 1000, 1000), result(small, 20, 20)),
            Terms.sideBySide(Set.of()));
    assertThat(comparison.differences()).extracting(Difference::id).containsExactly(small, large);
    assertThat(quartile(comparison.differences().get(0)).estimate()).isCloseTo(Math.log(2), CLOSE);
    assertThat(quartile(comparison.differences().get(1)).estimate()).isCloseTo(0, CLOSE);
  }

  @Test
  void throughputAndTimeOfOneMethodAreComparedApart() {
    BenchmarkId thrpt = id("m", Mode.THROUGHPUT);
    BenchmarkId avgt = id("m", Mode.AVERAGE_TIME);
    Comparison comparison =
        Comparer.compare(
            run(result(thrpt, 100, 100), result(avgt, 10, 10)),
            run(result(thrpt, 200, 200), result(avgt, 20, 20)),
            Terms.sideBySide(Set.of()));
    assertThat(comparison.differences())
        .extracting(d -> quartile(d).estimate() > 0)
        .containsExactly(false, true);
  }

  @Test
  void aUnitOfTheSameDimensionIsConverted() {
    Difference difference =
        only(
            iterations(TIME, "ms/op", new double[] {2}, new double[] {2}),
            iterations(TIME, "ns/op", new double[] {2e6}, new double[] {2e6}));
    assertThat(difference.metric().unit()).isEqualTo(Unit.of("ns/op"));
    assertThat(difference.base().typical()).isCloseTo(2e6, within(1e-3));
    assertThat(quartile(difference).estimate()).isCloseTo(0, CLOSE);
    assertThat(difference.warnings()).contains(Warning.UNIT_CONVERTED);
  }

  @Test
  void aUnitOfAnotherDimensionIsNotCompared() {
    Comparison comparison =
        compare(
            iterations(TIME, "ns/op", new double[] {2}, new double[] {2}),
            iterations(TIME, "ops/s", new double[] {2}, new double[] {2}));
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.exclusions())
        .containsExactly(
            new Exclusion(
                TIME,
                Exclusion.Kind.INCOMPARABLE,
                "The unit changed from ns/op to ops/s, which do not convert."));
  }

  @Test
  void oneForkGivesNoEstimate() {
    Difference difference = only(result(TIME, 10), result(TIME, 20));
    assertThat(difference.estimates()).isEmpty();
    assertThat(difference.warnings()).containsOnly(Warning.ONE_FORK, Warning.WHOLE_FORKS);
    assertThat(only(result(TIME, 10, 10, 10), result(TIME, 20)).estimates()).isEmpty();
  }

  @Test
  void forksThatAllGiveTheSameNumberAreNotKnownExactly() {
    Difference difference = only(result(TIME, 10, 10), result(TIME, 10, 10));
    assertThat(difference.warnings()).containsOnly(Warning.NO_SPREAD, Warning.WHOLE_FORKS);
    assertThat(quartile(difference).estimate()).isZero();
    assertThat(quartile(difference).standardError()).isCloseTo(1e-4, within(1e-15));
    assertThat(quartile(difference).pGreater()).isEqualTo(0.5);
  }

  @Test
  void scoresThatAreNotPositiveAreSubtracted() {
    Difference zero = only(result(TIME, 0, 0), result(TIME, 3, 5));
    assertThat(zero.scale()).isEqualTo(Scale.DIFFERENCE);
    assertThat(zero.warnings()).contains(Warning.NOT_POSITIVE);
    assertThat(quartile(zero).estimate()).isEqualTo(4);
    assertThat(zero.head().typical()).isEqualTo(4);

    Difference negative = only(result(THROUGHPUT, -1, -3), result(THROUGHPUT, -5, -7));
    assertThat(negative.scale()).isEqualTo(Scale.DIFFERENCE);
    assertThat(quartile(negative).estimate()).isEqualTo(4);
  }

  @Test
  void allocationIsSubtracted() {
    Comparison comparison =
        compare(
            allocating(result(TIME, 10, 11), 0, 0), allocating(result(TIME, 10, 11), 16, 16.002));
    Difference allocation = comparison.differences().get(1);
    assertThat(allocation.metric().isAllocation()).isTrue();
    assertThat(allocation.scale()).isEqualTo(Scale.DIFFERENCE);
    assertThat(quartile(allocation).estimate()).isCloseTo(16.001, CLOSE);
    // 0.01 B is believed at least, times the root of 1/2 + 1/2.
    assertThat(quartile(allocation).standardError()).isCloseTo(0.01, within(1e-15));
  }

  @Test
  void whatHasNoDirectionIsNotCompared() {
    Metric count = Metric.secondary("gc.count", Unit.of("counts"));
    assertThat(
            compare(
                    Runs.with(result(TIME, 10, 11), count, 1, 2),
                    Runs.with(result(TIME, 10, 11), count, 100, 200))
                .differences())
        .hasSize(1);
  }

  @Test
  void allocationAloneIsComparedWhereThatIsTheTerms() {
    Comparison comparison =
        Comparer.compare(
            run(allocating(result(TIME, 10, 11), 16, 16)),
            run(allocating(result(TIME, 99, 98), 16, 16)),
            Terms.allocation(Set.of()));
    assertThat(comparison.differences()).hasSize(1);
    assertThat(comparison.differences().get(0).metric().isAllocation()).isTrue();
    assertThat(comparison.differences().get(0).warnings()).isEmpty();
  }

  @Test
  void numbersOfAnotherDayAreDoubtedAndWidened() {
    Result base = allocating(result(TIME, 100, 102, 98), 16, 16, 16);
    Result head = allocating(result(TIME, 110, 112.2, 107.8), 16, 16, 16);
    Comparison stored =
        Comparer.compare(run(base), run(head), Terms.stored(Set.of(), SessionSpread.STATED));
    Difference time = stored.differences().get(0);
    assertThat(time.warnings()).isEqualTo(EnumSet.of(Warning.OTHER_MOMENT, Warning.STATED_SPREAD));
    // Both sessions are off by 10 %: the root of 0.0163^2 + 2 * 0.1^2.
    assertThat(quartile(time).standardError())
        .isCloseTo(Math.sqrt(0.01633238170133442 * 0.01633238170133442 + 0.02), CLOSE);
    Difference allocation = stored.differences().get(1);
    assertThat(allocation.warnings()).isEmpty();
    assertThat(quartile(allocation).standardError()).isLessThan(0.011);
  }

  @Test
  void anEstimatedSpreadTakesThePlaceOfTheStatedOne() {
    SessionSpread spread = SessionSpread.estimated(Map.of(TIME, new SessionSpread.Spread(0.01, 4)));
    Comparison stored =
        Comparer.compare(
            run(result(TIME, 100, 102, 98), result(id("other"), 100, 102, 98)),
            run(result(TIME, 100, 102, 98), result(id("other"), 100, 102, 98)),
            Terms.stored(Set.of(), spread));
    Difference unknown = stored.differences().get(0);
    Difference known = stored.differences().get(1);
    assertThat(known.id()).isEqualTo(TIME);
    assertThat(known.warnings()).containsExactly(Warning.OTHER_MOMENT);
    assertThat(quartile(known).standardError())
        .isCloseTo(Math.sqrt(0.01633238170133442 * 0.01633238170133442 + 2e-4), CLOSE);
    assertThat(quartile(known).degreesOfFreedom()).isBetween(4.0, 8.0);
    assertThat(unknown.warnings()).contains(Warning.STATED_SPREAD);
  }

  @Test
  void whatWasSparedBesideItsOwnBaseIsNotComparableWithAnother() {
    List<Spared> spared = List.of(new Spared(TIME, "The same."));
    Run sparing = run().sparing(spared);
    Run measured = run(result(TIME, 1, 2));
    assertThat(Comparer.compare(measured, sparing, Terms.sideBySide(Set.of())).exclusions())
        .extracting(Exclusion::kind)
        .containsExactly(Exclusion.Kind.IDENTICAL);
    Terms stored = Terms.stored(Set.of(), SessionSpread.NONE);
    for (Comparison other :
        List.of(
            Comparer.compare(measured, sparing, stored),
            Comparer.compare(sparing, measured, stored))) {
      assertThat(other.exclusions())
          .extracting(Exclusion::kind)
          .containsExactly(Exclusion.Kind.INCOMPARABLE);
      assertThat(other.exclusions().get(0).because()).contains("--no-identity");
    }
  }
}
