package dev.tenfold.judge;

import static dev.tenfold.run.Runs.allocating;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.compare.Comparison;
import dev.tenfold.growth.Growths;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What is demanded beside the comparison of metric with metric. */
class DemandsTest {
  private static final long[] SIZES = {100, 1_000, 10_000, 100_000};
  private static final BenchmarkId TIME = id("time");
  private static final BenchmarkId RATE = id("rate", Mode.THROUGHPUT);

  private static Verdict judged(Policy policy, Run base, Run head) {
    Comparison comparison = Judging.compare(base, head);
    return Demands.added(
        new Judge(policy).verdict(comparison),
        Growths.of(Optional.of(base), head, comparison, policy.clauses().sizes()),
        head,
        false);
  }

  private static Run grown(Random random, DoubleUnaryOperator level) {
    return run(
        Arrays.stream(SIZES)
            .mapToObj(
                size ->
                    result(
                        BenchmarkId.of(
                            "a.B.find", Mode.AVERAGE_TIME, 1, Map.of("size", Long.toString(size))),
                        random
                            .doubles(4)
                            .map(u -> level.applyAsDouble(size) * (1 + 0.06 * (u - 0.5)))
                            .toArray()))
            .toArray(Result[]::new));
  }

  private static List<Finding> about(Subject subject, Verdict verdict) {
    return verdict.findings().stream().filter(each -> each.subject() == subject).toList();
  }

  @Test
  void aWorseOrderFailsEvenWhereTheHeadIsFasterAtEverySize() {
    Random random = new Random(91);
    Run base = grown(random, n -> 1e6 * n * Math.log(n));
    Run head = grown(random, n -> n * n);
    Verdict verdict = judged(Policy.standard(), base, head);
    List<Finding> growth = about(Subject.GROWTH, verdict);
    assertThat(growth).hasSize(1);
    assertThat(growth.get(0).outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(growth.get(0).id().params()).containsEntry("size", "100000");
    assertThat(growth.get(0).because()).contains("grew as n log n with size and grows as n^2 now");
    assertThat(about(Subject.SCORE, verdict)).allMatch(f -> f.outcome() == Outcome.IMPROVED);
    assertThat(verdict.status()).isEqualTo(Status.REGRESSION);
    assertThat(verdict.expected()).isEqualTo(SIZES.length);
  }

  @Test
  void aBetterOrderIsAGain() {
    Random random = new Random(92);
    Verdict verdict =
        judged(Policy.standard(), grown(random, n -> n * n), grown(random, n -> 1e6 * n));
    assertThat(about(Subject.GROWTH, verdict))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.IMPROVED);
  }

  @Test
  void theSameOrderWithALargerFactorIsNoMatterOfGrowth() {
    Random random = new Random(93);
    Verdict verdict = judged(Policy.standard(), grown(random, n -> n), grown(random, n -> 2 * n));
    assertThat(about(Subject.GROWTH, verdict)).isEmpty();
    assertThat(verdict.growths()).hasSize(1);
    assertThat(verdict.status()).as("each size is slower").isEqualTo(Status.REGRESSION);
  }

  @Test
  void whereNothingChangedAnOrderIsHardlyEverClaimedToHave() {
    Random random = new Random(94);
    int claimed = 0;
    for (int i = 0; i < 2000; i++) {
      // On the border of two orders, where a fit may fall to either side.
      DoubleUnaryOperator border = n -> n * Math.sqrt(Math.log(n));
      Verdict verdict = judged(Policy.standard(), grown(random, border), grown(random, border));
      claimed += about(Subject.GROWTH, verdict).size();
    }
    System.out.println(String.format(Locale.ROOT, "orders claimed to change: %d of 2000", claimed));
    assertThat(claimed).isLessThanOrEqualTo(20);
  }

  private static Policy keeping(Budget... budgets) {
    Clauses none = Clauses.NONE;
    return Policy.standard()
        .with(new Clauses(none.limits(), List.of(budgets), none.waivers(), none.sizes()));
  }

  private static Policy keeping(String metric, double bound, String unit) {
    return keeping(new Budget(new Glob("*"), metric, bound, Unit.of(unit)));
  }

  @Test
  void anAllocationOverItsBudgetFailsThoughItDidNotChange() {
    Run same = run(allocating(result(TIME, 10, 11, 12), 80, 80, 80));
    Verdict verdict = judged(keeping(Metric.ALLOCATION, 64, "B/op"), same, same);
    Finding finding = about(Subject.BUDGET, verdict).get(0);
    assertThat(finding.outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(finding.because())
        .isEqualTo("Over its budget: 80 B/op, where at most 64 B/op is allowed.");
    assertThat(verdict.status()).isEqualTo(Status.REGRESSION);
    assertThat(about(Subject.BUDGET, judged(keeping(Metric.ALLOCATION, 80, "B/op"), same, same)))
        .isEmpty();
  }

  @Test
  void aBudgetIsHeldInWhateverUnitItIsGiven() {
    Run head = run(result(TIME, 2_000, 2_001, 1_999));
    assertThat(about(Subject.BUDGET, judged(keeping(Metric.SCORE, 1, "us/op"), head, head)))
        .hasSize(1);
    assertThat(about(Subject.BUDGET, judged(keeping(Metric.SCORE, 2.1, "us/op"), head, head)))
        .isEmpty();
    assertThat(about(Subject.BUDGET, judged(keeping(Metric.SCORE, 1, "ops/s"), head, head)))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.INCOMPARABLE);
  }

  @Test
  void aThroughputIsOverItsBudgetWhenItIsTooLow() {
    Run head = run(result(RATE, 5, 5.1, 4.9));
    String unit = head.results().get(0).score().metric().unit().text();
    assertThat(about(Subject.BUDGET, judged(keeping(Metric.SCORE, 7, unit), head, head)))
        .extracting(Finding::because)
        .containsExactly(
            "Over its budget: 5 %s, where at least 7 %s is allowed.".formatted(unit, unit));
    assertThat(about(Subject.BUDGET, judged(keeping(Metric.SCORE, 3, unit), head, head))).isEmpty();
  }

  @Test
  void whatIsNotSurelyOverItsBudgetIsNot() {
    Run noisy = run(result(TIME, 100, 60, 150));
    assertThat(about(Subject.BUDGET, judged(keeping(Metric.SCORE, 95, "ns/op"), noisy, noisy)))
        .isEmpty();
    Run once = run(result(TIME, 100));
    assertThat(about(Subject.BUDGET, judged(keeping(Metric.SCORE, 1, "ns/op"), once, once)))
        .isEmpty();
  }

  @Test
  void theFirstBudgetThatFitsCounts() {
    Run head = run(result(TIME, 100, 101, 99));
    Policy policy =
        keeping(
            new Budget(new Glob("*time"), Metric.SCORE, 200, Unit.of("ns/op")),
            new Budget(new Glob("*"), Metric.SCORE, 1, Unit.of("ns/op")));
    assertThat(about(Subject.BUDGET, judged(policy, head, head))).isEmpty();
  }
}
