package dev.tenfold.compare;

import static dev.tenfold.run.Runs.allocating;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.inTurns;
import static dev.tenfold.run.Runs.iterations;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Turns;
import dev.tenfold.stats.Contrast;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What pairs of forks say that took turns, by numbers that SciPy gave. */
class TurnsTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final BenchmarkId TIME = id("time");
  private static final BenchmarkId THROUGHPUT = id("throughput", Mode.THROUGHPUT);

  private static final double[][] BASE = {{100, 100, 100}, {200, 100, 50}, {10, 20, 30}};
  private static final double[][] HEAD = {{110, 105, 100}, {204, 110, 50.5}, {10.3, 20.6, 30.9}};

  private static Difference only(Result base, Result head) {
    Comparison comparison = Comparer.compare(run(base), run(head), Terms.sideBySide(Set.of()));
    assertThat(comparison.exclusions()).isEmpty();
    assertThat(comparison.differences()).hasSize(1);
    return comparison.differences().get(0);
  }

  private static Difference pairs(BenchmarkId id) {
    return only(inTurns(iterations(id, BASE)), inTurns(iterations(id, HEAD)));
  }

  private static Contrast middle(Difference difference) {
    return difference.estimates().orElseThrow().quartile();
  }

  private static Contrast mean(Difference difference) {
    return difference.estimates().orElseThrow().mean();
  }

  @Test
  void oneEstimateIsTheMeanOverThePairsOfTheMedianOverTheRounds() {
    Contrast contrast = middle(pairs(TIME));
    // Medians of ln(head/base): ln 1.05, ln 1.02 and ln 1.03.
    assertThat(contrast.estimate()).isCloseTo(0.0327171979023854, CLOSE);
    assertThat(contrast.standardError()).isCloseTo(0.00851568984986644, CLOSE);
    assertThat(contrast.degreesOfFreedom()).isEqualTo(2);
    assertThat(contrast.pGreater()).isCloseTo(0.030778679327793317, within(1e-9));
  }

  @Test
  void theOtherIsTheMeanOverThePairsOfTheLogRatioOfTheirMeans() {
    Contrast contrast = mean(pairs(TIME));
    assertThat(contrast.estimate()).isCloseTo(0.03964745445874322, CLOSE);
    assertThat(contrast.standardError()).isCloseTo(0.0055717270159131825, CLOSE);
    assertThat(contrast.degreesOfFreedom()).isEqualTo(2);
    assertThat(contrast.pGreater()).isCloseTo(0.009591373984007057, within(1e-9));
  }

  @Test
  void aPairWhoseRoundsScatterCountsLess() {
    double[] even = {100, 100, 100, 100, 100, 100};
    double[] calm = {101, 101, 101, 101, 101, 101};
    double[] fair = {102, 103, 104, 102, 103, 104};
    double[] stormy = {80, 100, 110, 120, 130, 150};
    Difference difference =
        only(
            inTurns(iterations(TIME, even, even, even)),
            inTurns(iterations(TIME, calm, fair, stormy)));
    // Medians of 1.0, 3.0 and 13.8 %, whose mean is 5.9 %; the last weighs a twentieth.
    assertThat(middle(difference).estimate()).isCloseTo(0.021557133723059268, within(1e-5));
    assertThat(middle(difference).standardError()).isCloseTo(0.013738873244224232, within(1e-5));
    assertThat(middle(difference).degreesOfFreedom()).isEqualTo(2);
    Difference backwards =
        only(
            inTurns(iterations(TIME, calm, fair, stormy)),
            inTurns(iterations(TIME, even, even, even)));
    assertThat(middle(backwards).estimate()).isCloseTo(-middle(difference).estimate(), CLOSE);
  }

  @Test
  void aThroughputThatRosePointsToTheBetter() {
    assertThat(middle(pairs(THROUGHPUT)).estimate()).isCloseTo(-0.0327171979023854, CLOSE);
    assertThat(middle(pairs(THROUGHPUT)).standardError())
        .isCloseTo(middle(pairs(TIME)).standardError(), CLOSE);
    assertThat(mean(pairs(THROUGHPUT)).estimate()).isCloseTo(-0.03964745445874322, CLOSE);
  }

  @Test
  void theDifferenceSaysThatItIsOfTurns() {
    Difference difference = pairs(TIME);
    assertThat(difference.kind()).isEqualTo(Kind.TURNS);
    assertThat(difference.warnings()).isEmpty();
    assertThat(difference.estimates().orElseThrow().share()).isEqualTo(1);
    assertThat(difference.base().forks()).isEqualTo(3);
  }

  @Test
  void aRatioThatAllPairsShareIsSureHoweverTheirLevelsDiffer() {
    Difference difference =
        only(inTurns(result(TIME, 100, 1000, 10)), inTurns(result(TIME, 101, 1010, 10.1)));
    assertThat(middle(difference).estimate()).isCloseTo(Math.log(1.01), CLOSE);
    assertThat(middle(difference).standardError()).isLessThan(1e-4);
    Difference whole = only(result(TIME, 100, 1000, 10), result(TIME, 101, 1010, 10.1));
    assertThat(middle(whole).standardError()).isGreaterThan(1);
  }

  @Test
  void forksWithoutTheirIterationsGiveTheirQuartiles() {
    Result base = inTurns(iterations(TIME, BASE)).summarised();
    Result head = inTurns(iterations(TIME, HEAD)).summarised();
    // Lower quartiles: 100, 75, 15 and 102.5, 80.25, 15.45.
    double expected = (Math.log(1.025) + Math.log(1.07) + Math.log(1.03)) / 3;
    assertThat(middle(only(base, head)).estimate()).isCloseTo(expected, CLOSE);
    assertThat(mean(only(base, head)).estimate()).isCloseTo(0.03964745445874322, CLOSE);
  }

  @Test
  void whereOneSideHasItsIterationsAndTheOtherNotQuartilesAreComparedToo() {
    Result base = inTurns(iterations(TIME, BASE));
    Result head = inTurns(iterations(TIME, HEAD));
    double expected = middle(only(base.summarised(), head.summarised())).estimate();
    assertThat(middle(only(base.summarised(), head)).estimate()).isEqualTo(expected);
    assertThat(middle(only(base, head.summarised())).estimate()).isEqualTo(expected);
  }

  @Test
  void scoresThatAreNotPositiveAreSubtractedRoundByRound() {
    Difference difference =
        only(
            inTurns(iterations(TIME, new double[] {0, 1, 5}, new double[] {-1, 0, 1})),
            inTurns(iterations(TIME, new double[] {2, 4, 6}, new double[] {3, 4, 0})));
    assertThat(difference.scale()).isEqualTo(Scale.DIFFERENCE);
    assertThat(difference.warnings()).containsExactly(Warning.NOT_POSITIVE);
    // Medians of 2, 3, 1 and of 4, 4, -1; means of 2 and 7/3.
    assertThat(middle(difference).estimate()).isCloseTo(3, CLOSE);
    assertThat(mean(difference).estimate()).isCloseTo((2 + 7.0 / 3) / 2, CLOSE);
  }

  @Test
  void allocationIsPairedAndSubtracted() {
    Result base = inTurns(allocating(result(TIME, 10, 11), 16, 24));
    Result head = inTurns(allocating(result(TIME, 10, 11), 32, 40));
    List<Difference> both =
        Comparer.compare(run(base), run(head), Terms.sideBySide(Set.of())).differences();
    Difference allocation = both.get(1);
    assertThat(allocation.metric().isAllocation()).isTrue();
    assertThat(allocation.kind()).isEqualTo(Kind.TURNS);
    assertThat(middle(allocation).estimate()).isEqualTo(16);
    assertThat(middle(allocation).standardError()).isCloseTo(0.01 / Math.sqrt(2), CLOSE);
  }

  @Test
  void numbersWithoutAnySpreadAreNotKnownExactly() {
    Difference difference = only(inTurns(result(TIME, 5, 5)), inTurns(result(TIME, 5, 5)));
    assertThat(difference.warnings()).containsExactly(Warning.NO_SPREAD);
    assertThat(middle(difference).standardError()).isCloseTo(1e-4 / Math.sqrt(2), CLOSE);
  }

  @Test
  void onePairGivesNoEstimate() {
    Difference difference = only(inTurns(result(TIME, 5)), inTurns(result(TIME, 9)));
    assertThat(difference.estimates()).isEmpty();
    assertThat(difference.warnings()).containsExactly(Warning.ONE_FORK);
  }

  @Test
  void aShareIsThatOfThePairsThatThereAre() {
    Result base = inTurns(result(TIME, 1, 2, 3, 4), 2, 4, 6);
    Result head = inTurns(result(TIME, 1, 2, 3, 4), 2, 4, 6);
    assertThat(only(base, head).estimates().orElseThrow().share()).isEqualTo(64.0 / 288);
    Run two = run(base).after(2);
    Difference early =
        Comparer.compare(two, run(head).after(2), Terms.sideBySide(Set.of())).differences().get(0);
    assertThat(early.estimates().orElseThrow().share()).isEqualTo(8.0 / 288);
  }

  @Test
  void wholeForksOfTheSameSessionAreSaidToBeWhole() {
    Circumstances alone =
        new Circumstances(List.of(), Optional.of("a port"), new Looks(List.of(2, 4)));
    Difference difference = only(result(TIME, 1, 2).under(alone), result(TIME, 1, 2).under(alone));
    assertThat(difference.kind()).isEqualTo(Kind.SIDE_BY_SIDE);
    assertThat(difference.warnings()).contains(Warning.WHOLE_FORKS);
    assertThat(difference.estimates().orElseThrow().share()).isEqualTo(8.0 / 72);
  }

  @Test
  void aComparisonIsOfTurnsAsSoonAsOneOfItsDifferencesIs() {
    Run base = run(inTurns(result(TIME, 1, 2)), result(id("cold"), 1, 2));
    Run head = run(inTurns(result(TIME, 1, 2)), result(id("cold"), 1, 2));
    Comparison mixed = Comparer.compare(base, head, Terms.sideBySide(Set.of()));
    assertThat(mixed.kind()).isEqualTo(Kind.TURNS);
    assertThat(mixed.differences())
        .extracting(Difference::kind)
        .containsExactly(Kind.SIDE_BY_SIDE, Kind.TURNS);
    assertThat(
            Comparer.compare(
                    run(result(TIME, 1, 2)), run(result(TIME, 1, 2)), Terms.sideBySide(Set.of()))
                .kind())
        .isEqualTo(Kind.SIDE_BY_SIDE);
  }

  @Test
  void pairsOfTwoSessionsAreNoPairsThoughOneSeedGaveBothTheSameOrders() {
    Comparison stored =
        Comparer.compare(
            run(inTurns(iterations(TIME, BASE))),
            run(inTurns(iterations(TIME, HEAD))),
            Terms.stored(Set.of(), SessionSpread.NONE));
    assertThat(stored.kind()).isEqualTo(Kind.STORED);
    assertThat(stored.differences().get(0).kind()).isEqualTo(Kind.STORED);
    assertThat(middle(stored.differences().get(0)).degreesOfFreedom()).isEqualTo(4);
  }

  @Test
  void aForkWhosePartnerIsMissingSaysNothing() {
    Result base = inTurns(result(TIME, 100, 200, 300));
    Result head =
        result(TIME, 110, 330)
            .under(
                new Circumstances(
                    List.of(new Turns(0, "bhb"), new Turns(2, "bhb")),
                    Optional.empty(),
                    Looks.ONCE));
    Difference difference = only(base, head);
    assertThat(difference.kind()).isEqualTo(Kind.TURNS);
    assertThat(difference.base().forks()).isEqualTo(2);
    assertThat(middle(difference).estimate()).isCloseTo(Math.log(1.1), CLOSE);
    assertThat(middle(difference).standardError()).isLessThan(1e-4);
  }
}
