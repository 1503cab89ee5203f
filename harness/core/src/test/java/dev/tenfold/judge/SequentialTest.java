package dev.tenfold.judge;

import static dev.tenfold.judge.Judging.compare;
import static dev.tenfold.judge.Judging.find;
import static dev.tenfold.run.Runs.failing;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.inTurns;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Kind;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.stats.Contrasts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Fresh pairs that are looked at more than once. */
class SequentialTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final int[] LOOKS = {5, 10, 15};
  private static final BenchmarkId A = id("a");
  private static final BenchmarkId B = id("b");
  private static final double[] BAD = {0.05, 0.06, 0.055};

  private final Judge judge = new Judge(Policy.standard());

  /** Pairs that differ by these log-ratios, under the looks of a confirmation. */
  private record Pairs(BenchmarkId id, double... ratios) {
    Result base() {
      return inTurns(result(id, Arrays.stream(ratios).map(r -> 100).toArray()), 5, 10, 15);
    }

    Result head() {
      return inTurns(
          result(id, Arrays.stream(ratios).map(r -> 100 * Math.exp(r)).toArray()), 5, 10, 15);
    }
  }

  private static Run side(boolean head, Pairs... pairs) {
    return run(Stream.of(pairs).map(p -> head ? p.head() : p.base()).toArray(Result[]::new));
  }

  private static Comparison compared(Pairs... pairs) {
    return compare(side(false, pairs), side(true, pairs));
  }

  private static List<Comparison> looks(Pairs... pairs) {
    return Arrays.stream(LOOKS)
        .mapToObj(n -> compare(side(false, pairs).after(n), side(true, pairs).after(n)))
        .toList();
  }

  /** A screening in which these are suspects. */
  private static Comparison screening(BenchmarkId... suspects) {
    List<Result> bases = new ArrayList<>();
    List<Result> heads = new ArrayList<>();
    for (BenchmarkId id : suspects) {
      bases.add(inTurns(result(id, 100, 100, 100)));
      heads.add(inTurns(result(id, Arrays.stream(BAD).map(r -> 100 * Math.exp(r)).toArray())));
    }
    return compare(run(bases.toArray(Result[]::new)), run(heads.toArray(Result[]::new)));
  }

  /** Ratios around a middle, as far apart as is said, which add up to it. */
  private static double[] around(double middle, double reach, int pairs) {
    return IntStream.range(0, pairs)
        .mapToDouble(
            i ->
                middle + (i % 2 == 0 ? reach : -reach) * (i == pairs - 1 && pairs % 2 == 1 ? 0 : 1))
        .toArray();
  }

  /** What the p of a look at 5 of 5, 10 and 15 pairs is multiplied by. */
  private static final double FIRST_LOOK = (125.0 + 1000 + 3375) / 125;

  private static double p(double... ratios) {
    return Contrasts.paired(ratios, 1e-4).pGreater();
  }

  private static double evidence(Verdict verdict, BenchmarkId id) {
    return find(verdict, id).evidence().orElseThrow().p();
  }

  @Test
  void thePOfALookCountsByItsShare() {
    double[] ratios = {0.035, 0.05, 0.04, 0.05, 0.045};
    Verdict verdict = judge.verdict(screening(A), looks(new Pairs(A, ratios)));
    // Twice for the two estimates, and for a look at 5 of 5, 10, 15 as often as their cubes say.
    assertThat(evidence(verdict, A)).isCloseTo(2 * FIRST_LOOK * p(ratios), CLOSE);
    assertThat(find(verdict, A).outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(verdict.status()).isEqualTo(Status.REGRESSION);
    assertThat(verdict.kind()).isEqualTo(Kind.TURNS);
  }

  @Test
  void suspectsAreCorrectedForEachOther() {
    double[] strong = {0.035, 0.05, 0.04, 0.05, 0.045};
    double[] weak = {0.035, 0.06, 0.04, 0.05, 0.055};
    Verdict verdict =
        judge.verdict(screening(A, B), looks(new Pairs(A, strong), new Pairs(B, weak)));
    assertThat(evidence(verdict, A)).isCloseTo(2 * 2 * FIRST_LOOK * p(strong), CLOSE);
    assertThat(evidence(verdict, B))
        .isCloseTo(Math.max(2 * FIRST_LOOK * p(weak), 2 * 2 * FIRST_LOOK * p(strong)), CLOSE);
  }

  @Test
  void whatAWholeErrorWouldConvictAnEarlyLookDoesNot() {
    double[] five = {0.03, 0.08, 0.01, 0.07, 0.03};
    assertThat(2 * p(five)).isBetween(0.01, 0.05);
    List<Comparison> early = List.of(looks(new Pairs(A, five)).get(0));
    assertThat(find(judge.verdict(screening(A), early), A).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(judge.undecided(screening(A), early)).containsExactly(A);
    // Ten pairs like them are enough.
    double[] ten = Arrays.copyOf(five, 10);
    System.arraycopy(five, 0, ten, 5, 5);
    assertThat(find(judge.verdict(screening(A), looks(new Pairs(A, ten))), A).outcome())
        .isEqualTo(Outcome.REGRESSED);
  }

  @Test
  void whatAnEarlyLookConvictedIsConvictedAfterTheLaterLooksAtOthers() {
    Pairs early = new Pairs(A, 0.04, 0.05, 0.035, 0.055, 0.045);
    Pairs late = new Pairs(B, around(0.012, 0.03, 15));
    double atOnce = evidence(judge.verdict(screening(A, B), looks(early, late).subList(0, 1)), A);
    Verdict verdict = judge.verdict(screening(A, B), looks(early, late));
    assertThat(find(verdict, A).outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(evidence(verdict, A)).isEqualTo(atOnce);
    assertThat(find(verdict, A).evidence().orElseThrow().difference().head().forks()).isEqualTo(5);
    assertThat(find(verdict, B).evidence().orElseThrow().difference().head().forks()).isEqualTo(15);
  }

  @Test
  void whatWasSureAtOneLookStaysSureAtTheNext() {
    // Surely worse at once, but below the threshold of 2 %; later above it, and no more so sure.
    double[] ratios = new double[10];
    System.arraycopy(around(0.015, 0.0005, 5), 0, ratios, 0, 5);
    System.arraycopy(new double[] {0.2, -0.1, 0.2, -0.08, 0.1}, 0, ratios, 5, 5);
    assertThat(2 * 3 * p(ratios)).isGreaterThan(0.05);
    Verdict early = judge.verdict(screening(A), looks(new Pairs(A, Arrays.copyOf(ratios, 5))));
    assertThat(find(early, A).outcome()).isNotEqualTo(Outcome.REGRESSED);
    Verdict late = judge.verdict(screening(A), looks(new Pairs(A, ratios)));
    assertThat(find(late, A).outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(evidence(late, A)).isEqualTo(evidence(early, A));
  }

  @Test
  void furtherPairsAreForTheUndecidedAlone() {
    BenchmarkId worse = id("worse");
    BenchmarkId equal = id("equal");
    BenchmarkId better = id("better");
    BenchmarkId open = id("open");
    BenchmarkId opener = id("opener");
    List<Comparison> first =
        looks(
                new Pairs(worse, around(0.05, 0.001, 5)),
                new Pairs(equal, around(0.001, 0.001, 5)),
                new Pairs(better, around(-0.03, 0.05, 5)),
                new Pairs(open, around(0.02, 0.06, 5)),
                new Pairs(opener, around(0.03, 0.06, 5)))
            .subList(0, 1);
    // What points to the better is hopeless; of the rest the more suspect comes first. What is
    // within the margin of the unchanged and leans to the worse may still cross the threshold.
    assertThat(judge.undecided(screening(worse, equal, better, open, opener), first))
        .containsExactly(equal, opener, open);
  }

  @Test
  void whatWasNotSuspectedDoesNotComeBackAsUndecided() {
    List<Comparison> first = looks(new Pairs(A, around(0.02, 0.06, 5)));
    assertThat(judge.undecided(screening(B), first)).isEmpty();
  }

  @Test
  void anEarlyLookNeedsMoreToBeSureOfEquality() {
    // Within 5 % at 90 %, but not at the 98.3 % that a sixth of the error demands.
    double[] ratios = around(0.02, 0.024, 5);
    double[] fresh = Arrays.stream(ratios).map(r -> r - 0.001).toArray();
    Difference once =
        compare(run(inTurns(new Pairs(A, fresh).base())), run(inTurns(new Pairs(A, fresh).head())))
            .differences()
            .get(0);
    assertThat(once.estimates().orElseThrow().quartile().interval(0.9).high())
        .isLessThan(Math.log(1.05));
    assertThat(find(judge.verdict(screening(A), looks(new Pairs(A, fresh))), A).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(find(judge.verdict(screening(A), List.of(compareOnce(fresh))), A).outcome())
        .isEqualTo(Outcome.UNCHANGED);
  }

  private static Comparison compareOnce(double... ratios) {
    Pairs pairs = new Pairs(A, ratios);
    return compare(run(inTurns(pairs.base())), run(inTurns(pairs.head())));
  }

  @Test
  void aSuspectForWhichThereWasNoTimeIsInconclusiveAndSaysSo() {
    Verdict verdict = judge.verdict(screening(A, B), looks(new Pairs(A, around(0.05, 0.001, 5))));
    assertThat(find(verdict, A).outcome()).isEqualTo(Outcome.REGRESSED);
    Finding left = find(verdict, B);
    assertThat(left.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(left.because()).contains("the time was over before it was measured again");
    assertThat(left.evidence()).isEmpty();
    assertThat(verdict.expected()).isEqualTo(2);
  }

  @Test
  void aSuspectThatBreaksInALaterRoundHasFailedThoughItWasConvictedBefore() {
    Pairs pairs = new Pairs(A, around(0.05, 0.001, 7));
    Run base = side(false, pairs);
    Run head = failing(side(true, pairs), A);
    List<Comparison> looks =
        Arrays.stream(LOOKS).mapToObj(n -> compare(base.after(n), head.after(n))).toList();
    Verdict verdict = judge.verdict(screening(A), looks);
    assertThat(find(verdict, A).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.findings()).hasSize(1);
    assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void thresholdsAreFinerWhereTurnsWereTaken() {
    double[] ratios = around(Math.log(1.025), 0.0005, 6);
    Verdict turns = judge.verdict(compareOnce(ratios));
    assertThat(find(turns, A).outcome()).isEqualTo(Outcome.REGRESSED);
    Pairs pairs = new Pairs(A, ratios);
    Verdict whole =
        judge.verdict(compare(run(Judging.alone(pairs.base())), run(Judging.alone(pairs.head()))));
    assertThat(find(whole, A).outcome()).isNotEqualTo(Outcome.REGRESSED);
  }

  @Test
  void moreForksOfAScreeningAreForThoseThatAreNeitherSuspectNorClear() {
    BenchmarkId clear = id("clear");
    BenchmarkId suspect = id("suspect");
    BenchmarkId open = id("open");
    BenchmarkId opener = id("opener");
    Comparison screening =
        compared(
            new Pairs(clear, around(-0.01, 0.02, 3)),
            new Pairs(suspect, BAD),
            new Pairs(open, 0.01, 0.03, -0.02),
            new Pairs(opener, 0.02, 0.03, -0.01));
    assertThat(judge.suspects(screening)).containsExactly(suspect);
    assertThat(judge.open(screening)).containsExactly(opener, open);
  }

  @Test
  void oneForkHasClearedNobody() {
    Comparison screening = compared(new Pairs(A, -0.5), new Pairs(B, 0.5));
    assertThat(judge.open(screening)).containsExactly(A, B);
  }

  @Test
  void theMostSuspectIsMeasuredAgainFirst() {
    BenchmarkId most = id("z");
    Comparison screening =
        compared(new Pairs(A, 0.05, 0.06, 0.04), new Pairs(most, 0.05, 0.051, 0.05));
    assertThat(judge.mostSuspectFirst(screening)).containsExactly(most, A);
    assertThat(judge.suspects(screening)).containsExactly(A, most);
  }

  @Test
  void theVagueAreThoseOfWhichNothingIsKnownTheLeastVagueFirst() {
    BenchmarkId sure = id("sure");
    BenchmarkId suspect = id("suspect");
    BenchmarkId vague = id("vague");
    BenchmarkId vaguer = id("vaguer");
    BenchmarkId one = id("one");
    Comparison screening =
        compared(
            new Pairs(sure, around(0, 0.001, 5)),
            new Pairs(suspect, BAD),
            new Pairs(vague, around(0, 0.1, 5)),
            new Pairs(vaguer, around(0, 0.2, 5)),
            new Pairs(one, 0.1));
    assertThat(judge.vague(screening)).containsExactly(vague, vaguer);
  }

  @Test
  void theForksThatWouldDecideAreOfPairs() {
    double[] ratios = {0.08, -0.08, 0.04, -0.05, 0.06};
    Finding turns = find(judge.verdict(compareOnce(ratios)), A);
    Pairs pairs = new Pairs(A, ratios);
    Finding whole =
        find(
            judge.verdict(
                compare(run(Judging.alone(pairs.base())), run(Judging.alone(pairs.head())))),
            A);
    assertThat(turns.because()).contains("forks on each side would decide");
    // Here the base does not vary, so that both ways of measuring saw the same spread.
    int ofPairs = turns.evidence().orElseThrow().sight().forksNeeded().getAsInt();
    int ofForks = whole.evidence().orElseThrow().sight().forksNeeded().getAsInt();
    assertThat(ofPairs).isGreaterThan(5).isCloseTo(ofForks, within(2));
  }

  @Test
  void strictPoliciesFailOnWhatThereWasNoTimeFor() {
    Judge strict = new Judge(Policy.standard().failingOn(Set.of(Outcome.INCONCLUSIVE)));
    Verdict verdict = strict.verdict(screening(A), looks());
    assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
  }
}
