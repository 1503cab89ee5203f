package dev.tenfold.judge;

import static dev.tenfold.judge.Judging.find;
import static dev.tenfold.judge.Judging.judge;
import static dev.tenfold.judge.Judging.only;
import static dev.tenfold.judge.Judging.outcome;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.iterations;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.compare.Warning;
import dev.tenfold.judge.Finding.Estimator;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Offset<Double> CLOSE = within(1e-8);
  private static final BenchmarkId TIME = id("m");

  private static double[] scaled(double factor, double... forks) {
    return Arrays.stream(forks).map(fork -> fork * factor).toArray();
  }

  @Test
  void aLossIsRegressedAndAGainIsImprovedInEveryMode() {
    double[] base = {1000, 1010, 990, 1005};
    for (Mode mode : Mode.values()) {
      BenchmarkId id = id("m", mode);
      Outcome fewer = mode == Mode.THROUGHPUT ? Outcome.REGRESSED : Outcome.IMPROVED;
      Outcome more = mode == Mode.THROUGHPUT ? Outcome.IMPROVED : Outcome.REGRESSED;
      assertThat(outcome(result(id, base), result(id, scaled(0.8, base)))).isEqualTo(fewer);
      assertThat(outcome(result(id, base), result(id, scaled(1.25, base)))).isEqualTo(more);
    }
  }

  @Test
  void theEvidenceOfATimeIsThatOfTheTextbook() {
    Finding finding = only(result(TIME, 100, 102, 98), result(TIME, 110, 112.2, 107.8));
    Evidence evidence = finding.evidence().orElseThrow();
    assertThat(finding.outcome()).isEqualTo(Outcome.REGRESSED);
    // Student's interval of the logarithms with 4 degrees of freedom, as SciPy has it.
    assertThat(evidence.change()).isCloseTo(0.1, CLOSE);
    assertThat(evidence.interval().low()).isCloseTo(0.05123348, CLOSE);
    assertThat(evidence.interval().high()).isCloseTo(0.15102879, CLOSE);
    assertThat(evidence.p()).isCloseTo(2 * 0.002148772019691825, CLOSE);
    assertThat(evidence.sight().smallestVisible()).isCloseTo(0.051466995957393215, CLOSE);
    assertThat(evidence.base()).isCloseTo(Math.cbrt(100.0 * 102 * 98), CLOSE);
  }

  @Test
  void theChangeOfAThroughputThatFellIsNegative() {
    BenchmarkId id = id("m", Mode.THROUGHPUT);
    Evidence evidence =
        only(result(id, 1000, 1020, 980), result(id, 900, 918, 882)).evidence().orElseThrow();
    assertThat(evidence.change()).isCloseTo(-0.1, CLOSE);
    assertThat(evidence.interval().low()).isCloseTo(-0.13989988, CLOSE);
    assertThat(evidence.interval().high()).isCloseTo(-0.05824917, CLOSE);
    assertThat(evidence.p()).isCloseTo(2 * 0.0014861123425946505, CLOSE);
  }

  @Test
  void aSureLossCountsFromTheThresholdOn() {
    double[] base = {100, 100.1, 99.9, 100};
    Result was = result(TIME, base);
    assertThat(outcome(was, result(TIME, scaled(1.029, base)))).isNotEqualTo(Outcome.REGRESSED);
    assertThat(outcome(was, result(TIME, scaled(1.031, base)))).isEqualTo(Outcome.REGRESSED);
    assertThat(outcome(was, result(TIME, scaled(1 / 1.029, base)))).isNotEqualTo(Outcome.IMPROVED);
    assertThat(outcome(was, result(TIME, scaled(1 / 1.031, base)))).isEqualTo(Outcome.IMPROVED);
  }

  /** One-sided 0.02 by each estimator, so 0.04 by both: t of 0.98 with 6 degrees of freedom. */
  private static Result[] barely(String name) {
    double a = 0.05;
    double shift = 2.612241847061312 * a * Math.sqrt(4.0 / 3 / 2);
    double[] base = {Math.exp(a), Math.exp(-a), Math.exp(a), Math.exp(-a)};
    return new Result[] {result(id(name), base), result(id(name), scaled(Math.exp(shift), base))};
  }

  @Test
  void aPOfFourInAHundredConvictsOneAloneAndNotOneOfTwenty() {
    Result[] barely = barely("barely");
    Finding alone = only(barely[0], barely[1]);
    assertThat(alone.evidence().orElseThrow().p()).isCloseTo(0.04, within(1e-6));
    assertThat(alone.outcome()).isEqualTo(Outcome.REGRESSED);

    List<Result> bases = new ArrayList<>(List.of(barely[0]));
    List<Result> heads = new ArrayList<>(List.of(barely[1]));
    for (int i = 0; i < 19; i++) {
      bases.add(result(id("same" + i), 99, 100, 101, 100));
      heads.add(result(id("same" + i), 100, 99, 101, 100));
    }
    Verdict verdict = judge(run(bases.toArray(Result[]::new)), run(heads.toArray(Result[]::new)));
    Finding among = find(verdict, id("barely"));
    assertThat(among.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(among.evidence().orElseThrow().p()).isCloseTo(0.8, within(1e-5));
    assertThat(verdict.status()).isEqualTo(Status.PASS);
  }

  @Test
  void whatNobodyFoundIsNotUnchanged() {
    Finding noisy = only(result(TIME, 100, 130, 80), result(TIME, 125, 90, 100));
    assertThat(noisy.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(noisy.because()).matches(".*about \\d+ forks on each side would decide.*");
    assertThat(noisy.evidence().orElseThrow().sight().forksNeeded().getAsInt()).isGreaterThan(10);
    assertThat(noisy.evidence().orElseThrow().sight().smallestVisible()).isGreaterThan(0.3);
  }

  @Test
  void noiseThatNoNumberOfForksOvercomesIsSaid() {
    Finding wild = only(result(TIME, 1, 100, 10_000), result(TIME, 10_000, 1, 100));
    assertThat(wild.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(wild.because()).contains("no sensible number of forks");
    assertThat(wild.evidence().orElseThrow().sight().forksNeeded()).isEmpty();
  }

  @Test
  void whatIsSurelyWithinTheMarginIsUnchanged() {
    assertThat(outcome(result(TIME, 100, 100.5, 99.5), result(TIME, 101, 100.7, 99.9)))
        .isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void oneForkMakesNoClaim() {
    Finding finding = only(result(TIME, 100), result(TIME, 900));
    assertThat(finding.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(finding.because()).startsWith("No claim:").contains("at least 2 forks");
    assertThat(judge(run(result(TIME, 100)), run(result(TIME, 100))).status())
        .isNotEqualTo(Status.PASS);
  }

  @Test
  void equalNumbersWithoutSpreadAreARatioOfOne() {
    Finding finding = only(result(TIME, 100, 100), result(TIME, 100, 100));
    assertThat(finding.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(finding.evidence().orElseThrow().change()).isZero();
    assertThat(finding.evidence().orElseThrow().difference().warnings())
        .contains(Warning.NO_SPREAD);
  }

  @Test
  void oneWildIterationIsNoAlarm() {
    double[] calm = {100, 101, 99, 100, 102, 98, 100, 101, 99, 100};
    double[] wild = calm.clone();
    wild[6] = 100_000;
    for (int forks = 2; forks <= 6; forks++) {
      double[][] base = new double[forks][];
      Arrays.fill(base, calm);
      double[][] head = base.clone();
      head[forks / 2] = wild;
      Outcome slower = outcome(iterations(TIME, base), iterations(TIME, head));
      assertThat(slower).as("%d forks", forks).isNotEqualTo(Outcome.REGRESSED);
      Outcome faster = outcome(iterations(TIME, head), iterations(TIME, base));
      assertThat(faster).as("%d forks", forks).isNotEqualTo(Outcome.IMPROVED);
    }
  }

  @Test
  void whatHitsAFifthOfTheIterationsIsSeenByTheMean() {
    double[] calm = {100, 100, 100, 100, 100};
    double[] hit = {100, 100, 100, 100, 200};
    Finding finding = only(iterations(TIME, calm, calm, calm), iterations(TIME, hit, hit, hit));
    assertThat(finding.outcome()).isEqualTo(Outcome.REGRESSED);
    Evidence evidence = finding.evidence().orElseThrow();
    assertThat(evidence.estimator()).isEqualTo(Estimator.MEAN);
    assertThat(evidence.change()).isCloseTo(0.2, CLOSE);
    assertThat(evidence.base()).isCloseTo(100, CLOSE);
    assertThat(evidence.head()).isCloseTo(120, CLOSE);
  }

  @Test
  void unitsAreConvertedBeforeTheyAreJudged() {
    Result base = iterations(TIME, "ms/op", new double[] {1}, new double[] {1.001});
    Result head = iterations(TIME, "ns/op", new double[] {1e6}, new double[] {1.001e6});
    assertThat(outcome(base, head)).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void noNumberOfAVerdictIsEverNotANumber() {
    Random random = new Random(31);
    double[] nasty = {0, -0.0, 1e-300, 1e100, -1, -1e-9, 1, 1, 100, Double.MIN_VALUE};
    for (int i = 0; i < 5_000; i++) {
      double[] base = {1 + random.nextInt(3), 1e-300, random.nextInt(2) + 1};
      double[] head =
          random.ints(2 + random.nextInt(3), 0, 10).mapToDouble(k -> nasty[k]).toArray();
      Mode mode = Mode.values()[random.nextInt(4)];
      Finding finding = only(result(id("m", mode), base), result(id("m", mode), head));
      Evidence evidence = finding.evidence().orElseThrow();
      assertThat(
              new double[] {
                evidence.change(),
                evidence.interval().low(),
                evidence.interval().high(),
                evidence.p(),
                evidence.base(),
                evidence.head(),
                evidence.sight().smallestVisible()
              })
          .as("%s %s", Arrays.toString(base), Arrays.toString(head))
          .doesNotContain(Double.NaN);
    }
  }

  @Test
  void aBaseOfZeroIsSubtractedAndJudged() {
    assertThat(outcome(result(TIME, 0, 0), result(TIME, 0, 0))).isEqualTo(Outcome.UNCHANGED);
    assertThat(outcome(result(TIME, 0, 0), result(TIME, 5, 5.1))).isEqualTo(Outcome.REGRESSED);
  }

  @Test
  void theUnitDoesNotDecideAboutScoresThatAreNotPositive() {
    double[] base = {-1, 1, 1};
    double[] head = {50, 51, 52};
    Result was = result(TIME, base);
    Result is = result(TIME, head);
    Result wasInSeconds = result(TIME, scaled(1e-9, base));
    Result isInSeconds = result(TIME, scaled(1e-9, head));
    assertThat(outcome(wasInSeconds, isInSeconds)).isEqualTo(outcome(was, is));
    assertThat(Judging.stored(wasInSeconds, isInSeconds).outcome())
        .isEqualTo(Judging.stored(was, is).outcome());
  }

  @Test
  void whatIsSuspectIsNotUnchanged() {
    double[] calm = {100, 100, 100, 100, 100};
    double[] hit = {100, 100, 100, 100, 250};
    // Forks with means of 130, 130 and 100: p is 0.06 by the mean alone.
    Finding finding = only(iterations(TIME, calm, calm, calm), iterations(TIME, hit, hit, calm));
    assertThat(finding.outcome()).isIn(Outcome.REGRESSED, Outcome.INCONCLUSIVE);
  }

  @Test
  void aSureChangeBelowItsThresholdDoesNotAskForForks() {
    double[] base = {100, 100.1, 99.9, 100};
    Policy wide = Judging.limit("*", "score", 0.2, 0);
    Finding finding =
        find(
            Judging.judge(wide, run(result(TIME, base)), run(result(TIME, scaled(1.1, base)))),
            TIME);
    assertThat(finding.because()).doesNotContain("forks on each side would decide");
  }

  @Test
  void anAbsoluteThresholdOfAScoreCounts() {
    Result base = result(id("m"), 100, 100.1, 99.9);
    Result head = result(id("m"), 104, 104.1, 103.9);
    Policy lax = Judging.limit("*", "score", 0, 5);
    Policy strict = Judging.limit("*", "score", 0, 3);
    assertThat(find(judge(lax, run(base), run(head)), id("m")).outcome())
        .isNotEqualTo(Outcome.REGRESSED);
    assertThat(find(judge(strict, run(base), run(head)), id("m")).outcome())
        .isEqualTo(Outcome.REGRESSED);
  }
}
