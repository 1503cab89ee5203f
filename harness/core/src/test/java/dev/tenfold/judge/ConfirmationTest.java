package dev.tenfold.judge;

import static dev.tenfold.judge.Judging.compare;
import static dev.tenfold.judge.Judging.find;
import static dev.tenfold.run.Runs.allocating;
import static dev.tenfold.run.Runs.failing;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Warning;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Run;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Screening finds suspects; fresh forks alone decide about them. */
class ConfirmationTest {
  private static final BenchmarkId CALM = id("calm");
  private static final BenchmarkId FAST = id("fast");
  private static final BenchmarkId SUSPECT = id("suspect");

  private final Judge judge = new Judge(Policy.standard());
  private final Run base =
      run(
          result(CALM, 100, 100.5, 99.5),
          result(FAST, 100, 100.5, 99.5),
          result(SUSPECT, 100, 102, 98));
  private final Run head =
      run(
          result(CALM, 100, 100.4, 99.6),
          result(FAST, 80, 80.5, 79.5),
          result(SUSPECT, 110, 112, 108));
  private final Comparison screening = compare(base, head);

  private Verdict confirmed(Run freshBase, Run freshHead) {
    return judge.verdict(screening, List.of(compare(freshBase, freshHead)));
  }

  @Test
  void whatLooksWorseIsASuspectAndWhatLooksBetterIsNot() {
    assertThat(judge.suspects(screening)).containsExactly(SUSPECT);
  }

  @Test
  void aSuspectOfWorseAllocationIsASuspectToo() {
    Comparison allocation =
        compare(
            run(allocating(result(CALM, 100, 101), 16, 16)),
            run(allocating(result(CALM, 100, 101), 32, 32)));
    assertThat(judge.suspects(allocation)).containsExactly(CALM);
  }

  @Test
  void oneForkIsNoSuspect() {
    assertThat(judge.suspects(compare(run(result(CALM, 1)), run(result(CALM, 9))))).isEmpty();
  }

  @Test
  void aSuspectThatTheFreshForksClearIsNotConvicted() {
    Verdict verdict =
        confirmed(
            run(result(SUSPECT, 100, 100.5, 99.5, 100)),
            run(result(SUSPECT, 100, 100.4, 99.6, 100)));
    assertThat(find(verdict, SUSPECT).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(verdict.status()).isEqualTo(Status.PASS);
  }

  @Test
  void aSuspectThatTheFreshForksConfirmIsConvictedOnThemAlone() {
    Verdict verdict =
        confirmed(
            run(result(SUSPECT, 100, 101, 99, 100)),
            run(result(SUSPECT, 106, 107.06, 104.94, 106)));
    Finding finding = find(verdict, SUSPECT);
    assertThat(finding.outcome()).isEqualTo(Outcome.REGRESSED);
    // 6 % of the fresh forks, not the 10 % for which it was picked.
    assertThat(finding.evidence().orElseThrow().change()).isCloseTo(0.06, within(1e-9));
    assertThat(finding.evidence().orElseThrow().difference().warnings())
        .doesNotContain(Warning.UNCONFIRMED);
    assertThat(verdict.status()).isEqualTo(Status.REGRESSION);
  }

  @Test
  void whatWasNoSuspectIsJudgedFromTheScreening() {
    Verdict verdict = confirmed(run(result(SUSPECT, 100, 100.5)), run(result(SUSPECT, 100, 100.5)));
    assertThat(find(verdict, CALM).outcome()).isEqualTo(Outcome.UNCHANGED);
    Finding fast = find(verdict, FAST);
    assertThat(fast.outcome()).isEqualTo(Outcome.IMPROVED);
    assertThat(fast.evidence().orElseThrow().difference().warnings()).contains(Warning.UNCONFIRMED);
    assertThat(fast.because()).contains("not confirmed by fresh forks");
    assertThat(verdict.expected()).isEqualTo(3);
    assertThat(verdict.findings()).hasSize(3);
  }

  @Test
  void aSuspectThatFailsInTheConfirmationHasFailed() {
    Verdict verdict =
        confirmed(run(result(SUSPECT, 100, 100.5)), failing(run(result(SUSPECT, 100)), SUSPECT));
    assertThat(find(verdict, SUSPECT).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(verdict.notMeasured()).isEqualTo(1);
    assertThat(verdict.expected()).isEqualTo(3);
  }

  @Test
  void withoutSuspectsTheScreeningIsTheVerdict() {
    Comparison calm = compare(run(result(CALM, 100, 100.5)), run(result(CALM, 100, 100.5)));
    Verdict verdict = judge.verdict(calm, List.of());
    assertThat(find(verdict, CALM).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(verdict.status()).isEqualTo(Status.PASS);
  }

  @Test
  void onlyTheSuspectMetricIsJudgedOnTheFreshForks() {
    Run was = run(allocating(result(CALM, 100, 100.5, 99.5), 16, 16, 16));
    Run is = run(allocating(result(CALM, 110, 110.5, 109.5), 16, 16, 16));
    Run freshBase = run(allocating(result(CALM, 100, 100.5), 16, 16));
    Run freshHead = run(allocating(result(CALM, 100, 100.5), 999, 999));
    Verdict verdict = judge.verdict(compare(was, is), List.of(compare(freshBase, freshHead)));
    assertThat(find(verdict, CALM).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(find(verdict, CALM, true).outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void exclusionsOfTheScreeningStay() {
    Comparison all =
        compare(run(result(id("gone"), 1, 2)), failing(run(result(id("new"), 1, 2)), CALM));
    Verdict verdict = judge.verdict(all, List.of());
    assertThat(verdict.findings())
        .extracting(Finding::outcome)
        .containsExactly(Outcome.FAILED, Outcome.REMOVED, Outcome.ADDED);
  }

  @Test
  void withoutAConfirmationEveryClaimIsCalledUnconfirmed() {
    Verdict verdict = judge.verdict(screening);
    for (BenchmarkId id : new BenchmarkId[] {SUSPECT, FAST}) {
      assertThat(find(verdict, id).evidence().orElseThrow().difference().warnings())
          .contains(Warning.UNCONFIRMED);
    }
    assertThat(find(verdict, CALM).evidence().orElseThrow().difference().warnings())
        .doesNotContain(Warning.UNCONFIRMED);
    assertThat(verdict.status()).isEqualTo(Status.REGRESSION);
  }

  @Test
  void aSuspectThatTheConfirmationDoesNotHoldIsNotLost() {
    Verdict verdict = judge.verdict(screening, List.of());
    assertThat(verdict.expected()).isEqualTo(3);
    Finding finding = find(verdict, SUSPECT);
    assertThat(finding.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(finding.because())
        .isEqualTo(
            "It looked worse in the screening, and the time was over before it was measured"
                + " again.");
    Policy strict = Policy.standard().failingOn(Set.of(Outcome.INCONCLUSIVE));
    assertThat(new Judge(strict).verdict(screening, List.of()).status())
        .isEqualTo(Status.INCONCLUSIVE);
  }

  /** Or a conviction could be taken back when the others have been measured too. */
  @Test
  void suspectsThatAreStillToBeMeasuredBelongToTheFamily() {
    Run screenedBase = run(result(CALM, 100, 102, 98), result(SUSPECT, 100, 102, 98));
    Run screenedHead = run(result(CALM, 110, 112, 108), result(SUSPECT, 110, 112, 108));
    Run freshBase = run(result(SUSPECT, 100, 101, 99, 100));
    Run freshHead = run(result(SUSPECT, 103, 104, 102, 103));
    double alone =
        p(judge.verdict(compare(freshBase, freshHead), List.of(compare(freshBase, freshHead))));
    double amongTwo =
        p(
            judge.verdict(
                compare(screenedBase, screenedHead), List.of(compare(freshBase, freshHead))));
    assertThat(amongTwo).isCloseTo(2 * alone, within(1e-12));
  }

  private static double p(Verdict verdict) {
    return find(verdict, SUSPECT).evidence().orElseThrow().p();
  }
}
