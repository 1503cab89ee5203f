package dev.tenfold.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Status;
import dev.tenfold.report.Row;
import dev.tenfold.report.Verdicts;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForestTest {
  private static final Unit RATE = Unit.of("ops/s");

  private static Forest forest(Finding... findings) {
    List<Entry> entries = new ArrayList<>();
    for (Row row : Row.inOrder(Verdicts.verdict(Status.PASS, List.of(findings)))) {
      entries.add(new Entry(row, entries.size() + 1, "b" + entries.size()));
    }
    return Forest.of(entries, Policy.standard());
  }

  private static Finding time(double base, double head, double error) {
    return Verdicts.ratio(
        Outcome.REGRESSED, Verdicts.id("a.B.time"), Verdicts.NS, base, head, error);
  }

  @Test
  void theWorseIsToTheRightWhicheverWayTheMetricGetsBetter() {
    Finding rate =
        Verdicts.ratio(
            Outcome.REGRESSED,
            Verdicts.id("a.B.rate", Mode.THROUGHPUT, Map.of()),
            RATE,
            120,
            100,
            0.01);
    Forest forest = forest(time(100, 120, 0.01), rate);
    assertThat(forest.bars())
        .hasSize(2)
        .allSatisfy(
            bar -> {
              assertThat(bar.estimate()).isEqualTo(Math.log(1.2), within(1e-9));
              assertThat(bar.low()).isLessThan(bar.estimate());
              assertThat(bar.high()).isGreaterThan(bar.estimate());
            });
  }

  @Test
  void whatIsFarOutLeavesTheAxisToTheOthers() {
    Forest forest = forest(time(1, 1000, 0.01), time(100, 103, 0.01));
    assertThat(forest.axis().high()).isEqualTo(Math.log(1.5));
    assertThat(forest.axis().holds(forest.bars().get(0).estimate())).isFalse();
  }

  @Test
  void theMarginsAreThoseThatWereJudgedBy() {
    Forest.Bar bar = forest(time(100, 103, 0.01)).bars().get(0);
    assertThat(bar.margins().worse()).isEqualTo(Math.log1p(0.03));
    assertThat(bar.margins().equalHigh()).isEqualTo(Math.log1p(0.05));
  }

  @Test
  void anAllocationIsDrawnWhereThereIsARatio() {
    Finding more = Verdicts.allocation(Outcome.REGRESSED, Verdicts.id("a.B.more"), 100, 120, 0.1);
    Finding some = Verdicts.allocation(Outcome.REGRESSED, Verdicts.id("a.B.some"), 0, 24, 0.1);
    Finding few = Verdicts.allocation(Outcome.UNCHANGED, Verdicts.id("a.B.few"), 0.05, 0.06, 0.1);
    Forest forest = forest(more, some, few);
    assertThat(forest.bars()).hasSize(1);
    assertThat(forest.without()).isEqualTo(2);
    assertThat(forest.bars().get(0).margins().worse()).isEqualTo(Math.log1p(0.01));
  }

  @Test
  void itsNumbersStandInOrderAndApart() {
    Forest forest = forest(time(100, 130, 0.01));
    List<Double> places =
        forest.numbers().stream().map(word -> Double.parseDouble(word.x())).sorted().toList();
    assertThat(places).hasSizeGreaterThanOrEqualTo(5);
    for (int i = 1; i < places.size(); i++) {
      assertThat(places.get(i) - places.get(i - 1)).isGreaterThan(10);
    }
  }
}
