package dev.tenfold.judge;

import static dev.tenfold.judge.Judging.find;
import static dev.tenfold.judge.Judging.judge;
import static dev.tenfold.run.Runs.allocating;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Terms;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Result;
import dev.tenfold.run.Runs;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final BenchmarkId ID = id("m");

  private static Result result(double... bytes) {
    double[] same = new double[bytes.length];
    for (int i = 0; i < same.length; i++) {
      same[i] = 100 + i;
    }
    return allocating(Runs.result(ID, same), bytes);
  }

  private static Outcome outcome(Policy policy, Result base, Result head) {
    return find(judge(policy, run(base), run(head)), ID, true).outcome();
  }

  private static Outcome outcome(Result base, Result head) {
    return outcome(Policy.standard(), base, head);
  }

  @Test
  void anObjectWhereNoneWasIsRegressed() {
    assertThat(outcome(result(0, 0), result(16, 16))).isEqualTo(Outcome.REGRESSED);
    assertThat(outcome(result(1e-5, 2e-5), result(16, 16.001))).isEqualTo(Outcome.REGRESSED);
    assertThat(outcome(result(16, 16), result(0, 0))).isEqualTo(Outcome.IMPROVED);
  }

  @Test
  void theChangeIsInBytes() {
    Finding finding = find(judge(run(result(24, 24)), run(result(40, 40))), ID, true);
    assertThat(finding.evidence().orElseThrow().change()).isEqualTo(16);
    assertThat(finding.subject()).isEqualTo(Subject.ALLOCATION);
  }

  @Test
  void aLossMustReachTheRelativeAndTheAbsoluteFloor() {
    // Half a per cent of 1000 is 5 bytes, which is more than the one byte of the absolute floor.
    assertThat(outcome(result(1000, 1000), result(1004.9, 1004.9))).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(outcome(result(1000, 1000), result(1002, 1002))).isEqualTo(Outcome.UNCHANGED);
    assertThat(outcome(result(1000, 1000), result(1005.1, 1005.1))).isEqualTo(Outcome.REGRESSED);
    assertThat(outcome(result(0, 0), result(0.9, 0.9))).isEqualTo(Outcome.UNCHANGED);
    assertThat(outcome(result(0, 0), result(1.1, 1.1))).isEqualTo(Outcome.REGRESSED);
  }

  @Test
  void theSameAllocationIsUnchanged() {
    assertThat(outcome(result(0, 0), result(0, 0))).isEqualTo(Outcome.UNCHANGED);
    assertThat(outcome(result(24, 24.001), result(24.002, 24))).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void aLimitTakesThePlaceOfTheFloors() {
    Policy lax = Judging.limit("a.B.*", "gc.alloc.rate.norm", 0.5, 100);
    assertThat(outcome(lax, result(0, 0), result(99, 99))).isEqualTo(Outcome.UNCHANGED);
    assertThat(outcome(lax, result(0, 0), result(101, 101))).isEqualTo(Outcome.REGRESSED);
    Policy other = Judging.limit("x.*", "gc.alloc.rate.norm", 0.5, 100);
    assertThat(outcome(other, result(0, 0), result(99, 99))).isEqualTo(Outcome.REGRESSED);
    Policy score = Judging.limit("*", "score", 0.5, 100);
    assertThat(outcome(score, result(0, 0), result(99, 99))).isEqualTo(Outcome.REGRESSED);
  }

  @Test
  void isJudgedBesideTheScoreAndDoesNotMixWithIt() {
    Verdict verdict = judge(run(result(16, 16)), run(result(32, 32)));
    assertThat(find(verdict, ID, false).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(find(verdict, ID, true).outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(verdict.counts(Subject.ALLOCATION)).containsOnlyKeys(Outcome.REGRESSED);
    assertThat(verdict.counts(Subject.SCORE)).containsOnlyKeys(Outcome.UNCHANGED);
    assertThat(verdict.expected()).isEqualTo(1);
    assertThat(verdict.status()).isEqualTo(Status.REGRESSION);
  }

  @Test
  void isJudgedAcrossMachines() {
    Verdict verdict =
        new Judge(Policy.standard())
            .verdict(
                Comparer.compare(
                    run(result(16, 16)), run(result(32, 32)), Terms.allocation(Set.of())));
    assertThat(verdict.findings()).hasSize(1);
    assertThat(verdict.status()).isEqualTo(Status.REGRESSION);
  }

  @Test
  void aRelativeLimitAloneHoldsForABenchmarkThatAllocatesNothing() {
    Policy relative = Judging.limit("*", "gc.alloc.rate.norm", 0.05, 0);
    assertThat(outcome(relative, result(0, 0), result(16, 16))).isEqualTo(Outcome.REGRESSED);
    assertThat(outcome(relative, result(0, 0), result(0, 0))).isNotEqualTo(Outcome.REGRESSED);
  }

  @Test
  void aLimitOfZeroIsALimit() {
    Policy none = Judging.limit("*", "gc.alloc.rate.norm", 0, 0);
    assertThat(outcome(none, result(16, 16), result(17, 17))).isEqualTo(Outcome.REGRESSED);
  }

  @Test
  void aSuspectScoreAndASuspectAllocationAreOneFamily() {
    // Each p for itself is 0.03; of two that are judged together, Holm makes 0.06.
    Result base = allocating(Runs.result(ID, 100, 100.9), 1000, 1009);
    Result head = allocating(Runs.result(ID, 110, 111), 1100, 1110);
    Verdict both = judge(run(base), run(head));
    Verdict score = judge(run(Runs.result(ID, 100, 100.9)), run(Runs.result(ID, 110, 111)));
    double alone = find(score, ID, false).evidence().orElseThrow().p();
    double among = find(both, ID, false).evidence().orElseThrow().p();
    assertThat(among).isGreaterThan(alone);
  }
}
