package dev.tenfold.judge;

import static dev.tenfold.run.Runs.failing;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Terms;
import dev.tenfold.run.Run;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of a share of a suite nothing is claimed that would not stand among all. */
class ShareTest {
  private static final Comparison LOSS = compared(run(result(id("a"), 104, 106, 105, 105.5)));

  private static Comparison compared(Run head) {
    return Comparer.compare(
        run(result(id("a"), 100, 102, 101, 101.5)), head, Terms.sideBySide(Set.of()));
  }

  private static Outcome outcome(Judge judge) {
    return judge.verdict(LOSS, List.of(LOSS)).findings().get(0).outcome();
  }

  @Test
  void theLargerTheSuiteTheSurerAClaimMustBe() {
    assertThat(outcome(new Judge(Policy.standard()))).isEqualTo(Outcome.REGRESSED);
    assertThat(outcome(new Judge(Policy.standard(), 2))).isEqualTo(Outcome.REGRESSED);
    assertThat(outcome(new Judge(Policy.standard(), 10_000))).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aSuspectThatIsNotSureAmongAllIsMeasuredOn() {
    assertThat(new Judge(Policy.standard()).undecided(LOSS, List.of(LOSS))).isEmpty();
    assertThat(new Judge(Policy.standard(), 10_000).undecided(LOSS, List.of(LOSS)))
        .containsExactly(id("a"));
  }

  @Test
  void whoIsSuspectDoesNotDependOnTheSuite() {
    assertThat(new Judge(Policy.standard(), 10_000).suspects(LOSS)).containsExactly(id("a"));
  }

  @Test
  void aShareInWhichNothingIsComparedPassesUnlessSomethingFailed() {
    Comparison nothing = Comparer.compare(run(), run(), Terms.sideBySide(Set.of()));
    Judge judge = new Judge(Policy.standard(), 5);
    assertThat(judge.verdict(nothing, List.of()).status()).isEqualTo(Status.PASS);
    assertThat(judge.withoutBase(nothing, false).status()).isEqualTo(Status.PASS);
    Comparison failed = compared(failing(run(), id("a")));
    assertThat(judge.verdict(failed, List.of()).status()).isEqualTo(Status.INCOMPLETE);
    assertThat(new Judge(Policy.standard()).verdict(nothing, List.of()).status())
        .isEqualTo(Status.INCOMPLETE);
  }
}
