package dev.tenfold.judge;

import static dev.tenfold.judge.Judging.compare;
import static dev.tenfold.judge.Judging.judge;
import static dev.tenfold.run.Runs.failing;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static dev.tenfold.run.Runs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Terms;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a whole verdict comes to, and the exit code that says so. */
class StatusTest {
  private static final Result SAME = result(id("same"), 100, 100.5, 99.5);
  private static final Result[] SLOWER = {
    result(id("slower"), 100, 100.5, 99.5), result(id("slower"), 200, 201, 199)
  };
  private static final Result[] NOISY = {
    result(id("noisy"), 100, 130, 80), result(id("noisy"), 125, 90, 100)
  };
  private static final Result[] OTHER_MODE = {
    result(id("mode"), 1, 2, 3), result(id("mode", Mode.THROUGHPUT), 1, 2, 3)
  };
  private static final Result GONE = result(id("gone"), 1, 2, 3);
  private static final BenchmarkId FAILED = id("failed");
  private static final Policy STRICT =
      Policy.standard()
          .failingOn(EnumSet.of(Outcome.INCONCLUSIVE, Outcome.INCOMPARABLE, Outcome.REMOVED));

  private static Run bases(Result[]... pairs) {
    return side(0, pairs);
  }

  private static Run heads(Result[]... pairs) {
    return side(1, pairs);
  }

  private static Run side(int side, Result[]... pairs) {
    List<Result> results = new ArrayList<>(List.of(SAME));
    Arrays.stream(pairs).forEach(pair -> results.add(pair[side]));
    return run(results.toArray(Result[]::new));
  }

  @Test
  void theExitCodesAreThoseOfTheManual() {
    assertThat(Status.PASS.exitCode()).isZero();
    assertThat(Status.ERROR).isEqualTo(1);
    assertThat(Status.REGRESSION.exitCode()).isEqualTo(2);
    assertThat(Status.INCONCLUSIVE.exitCode()).isEqualTo(3);
    assertThat(Status.INCOMPLETE.exitCode()).isEqualTo(4);
    assertThat(Status.INCOMPARABLE.exitCode()).isEqualTo(5);
  }

  @Test
  void aRegressionCountsBeforeAllElse() {
    Run base = run(SAME, SLOWER[0], NOISY[0], OTHER_MODE[0], GONE);
    Run head = failing(heads(SLOWER, NOISY, OTHER_MODE), FAILED);
    assertThat(judge(STRICT, base, head).status()).isEqualTo(Status.REGRESSION);
  }

  @Test
  void whatFailedCountsBeforeWhatCannotBeCompared() {
    Run head = failing(heads(NOISY, OTHER_MODE), FAILED);
    assertThat(judge(STRICT, bases(NOISY, OTHER_MODE), head).status()).isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void whatCannotBeComparedCountsBeforeWhatIsInconclusive() {
    assertThat(judge(STRICT, bases(NOISY, OTHER_MODE), heads(NOISY, OTHER_MODE)).status())
        .isEqualTo(Status.INCOMPARABLE);
  }

  @Test
  void inconclusiveFailsOnlyWhereThePolicySaysSo() {
    assertThat(judge(bases(NOISY), heads(NOISY)).status()).isEqualTo(Status.PASS);
    assertThat(judge(STRICT, bases(NOISY), heads(NOISY)).status()).isEqualTo(Status.INCONCLUSIVE);
  }

  @Test
  void removedFailsOnlyWhereThePolicySaysSo() {
    assertThat(judge(run(SAME, GONE), run(SAME)).status()).isEqualTo(Status.PASS);
    assertThat(judge(STRICT, run(SAME, GONE), run(SAME)).status()).isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void anImprovementAndAnAdditionPass() {
    assertThat(judge(STRICT, run(SAME, SLOWER[1]), run(SAME, SLOWER[0], GONE)).status())
        .isEqualTo(Status.PASS);
  }

  @Test
  void incomparablePassesOnlyWhereThePolicyLetsItAndSomethingWasJudged() {
    Policy lax = Policy.standard().failingOn(Set.of());
    assertThat(judge(lax, bases(OTHER_MODE), heads(OTHER_MODE)).status()).isEqualTo(Status.PASS);
    assertThat(judge(lax, run(OTHER_MODE[0]), run(OTHER_MODE[1])).status())
        .isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void nothingToJudgeIsNeverAPass() {
    assertThat(judge(run(), run()).status()).isEqualTo(Status.INCOMPLETE);
    assertThat(judge(run(GONE), run()).status()).isEqualTo(Status.INCOMPLETE);
    assertThat(judge(run(), run(SAME)).status()).isEqualTo(Status.INCOMPLETE);
    assertThat(judge(run(result(id("m"), 1)), run(result(id("m"), 1))).status().exitCode())
        .isNotZero();
  }

  @Test
  void aFailureIsNeverAPassWhateverThePolicy() {
    Policy lax = Policy.standard().failingOn(Set.of());
    assertThat(judge(lax, run(SAME), failing(run(SAME), FAILED)).status())
        .isEqualTo(Status.INCOMPLETE);
    assertThat(judge(lax, failing(run(SAME), GONE.id()), run(SAME, GONE)).status())
        .isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void otherSettingsCannotBeComparedUnlessAllowed() {
    Result other = with(SAME, new Settings(9, "1 s", 1, 5, "1 s", 1, List.of()));
    Comparison comparison =
        Comparer.compare(run(SAME), run(other), Terms.stored(Set.of(), SessionSpread.NONE));
    assertThat(new Judge(Policy.standard()).verdict(comparison).status())
        .isEqualTo(Status.INCOMPARABLE);
  }

  @Test
  void withoutABaseAllIsAddedAndPassesUnlessABaseIsRequired() {
    Comparison comparison = compare(run(), run(SAME, GONE));
    Judge judge = new Judge(Policy.standard());
    Verdict verdict = judge.withoutBase(comparison, false);
    assertThat(verdict.status()).isEqualTo(Status.PASS);
    assertThat(verdict.findings())
        .extracting(Finding::outcome)
        .containsExactly(Outcome.ADDED, Outcome.ADDED);
    assertThat(judge.withoutBase(comparison, true).status()).isEqualTo(Status.INCOMPARABLE);
  }

  @Test
  void withoutABaseAFailureIsStillIncomplete() {
    Comparison comparison = compare(run(), failing(run(SAME), FAILED));
    Judge judge = new Judge(Policy.standard());
    assertThat(judge.withoutBase(comparison, false).status()).isEqualTo(Status.INCOMPLETE);
    assertThat(judge.withoutBase(comparison, true).status()).isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void findingsStandTheWorstFirst() {
    Run base = run(SAME, SLOWER[0], NOISY[0], OTHER_MODE[0], GONE);
    Run head = failing(run(SAME, SLOWER[1], NOISY[1], OTHER_MODE[1]), FAILED);
    assertThat(judge(STRICT, base, head).findings())
        .extracting(Finding::outcome)
        .containsExactly(
            Outcome.REGRESSED,
            Outcome.FAILED,
            Outcome.INCOMPARABLE,
            Outcome.INCONCLUSIVE,
            Outcome.REMOVED,
            Outcome.UNCHANGED);
  }

  @Test
  void aThresholdIsNeverNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Threshold(-0.01, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Threshold(0, Double.NaN));
  }

  @Test
  void theFirstLimitThatFitsCounts() {
    Policy policy =
        Judging.limit("*", "score", 0.05, 0)
            .with(Judging.limit("a.B.slower", "score", 2, 0).limits());
    assertThat(judge(policy, bases(SLOWER), heads(SLOWER)).status()).isEqualTo(Status.PASS);
    assertThat(
            judge(
                    policy,
                    run(result(id("x"), 100, 100.5, 99.5)),
                    run(result(id("x"), 110, 110.5, 109.5)))
                .status())
        .isEqualTo(Status.REGRESSION);
  }

  @Test
  void nothingMeasuredIsNoPassWithoutABaseEither() {
    assertThat(new Judge(Policy.standard()).withoutBase(compare(run(), run()), false).status())
        .isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void aPolicyThatCannotBeJudgedByIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Policy(0.5, 0.1, 0.05, Set.of(), Clauses.NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Policy(0.05, 0.1, 0, Set.of(), Clauses.NONE));
  }

  @Test
  void loneForksAreInconclusive() {
    Verdict verdict = judge(run(result(id("m"), 1)), run(result(id("m"), 2)));
    assertThat(verdict.findings()).extracting(Finding::outcome).containsOnly(Outcome.INCONCLUSIVE);
    assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
  }
}
