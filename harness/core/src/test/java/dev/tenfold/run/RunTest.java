package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunTest {
  private static final BenchmarkId A = Runs.id("a");
  private static final BenchmarkId B = Runs.id("b");

  @Test
  void refusesABenchmarkThatStandsTwice() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Runs.run(Runs.result(A, 1), Runs.result(B, 1), Runs.result(A, 2)))
        .withMessageContaining("a.B.a:avgt:1 stands twice");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Runs.failing(Runs.run(), A, B, A))
        .withMessageContaining("a.B.a:avgt:1 stands twice");
  }

  @Test
  void throughputAndTimeOfOneMethodAreTwoBenchmarks() {
    Run run = Runs.run(Runs.result(A, 1), Runs.result(Runs.id("a", Mode.THROUGHPUT), 1));
    assertThat(run.results()).hasSize(2);
  }

  @Test
  void isSortedWhateverTheOrderItCameIn() {
    Run run = Runs.run(Runs.result(B, 1), Runs.result(A, 1));
    assertThat(run.results()).extracting(Result::id).containsExactly(A, B);
    assertThat(run).isEqualTo(Runs.run(Runs.result(A, 1), Runs.result(B, 1)));
  }

  @Test
  void aBrokenBenchmarkKeepsTheForksThatItFinished() {
    Run run = Runs.failing(Runs.run(Runs.result(A, 1)), A);
    assertThat(run.results()).hasSize(1);
    assertThat(run.failures()).hasSize(1);
  }

  @Test
  void aSummaryKeepsEveryForkOfEveryMetric() {
    Result result = Runs.allocating(Runs.iterations(A, new double[] {1, 2, 3}), 16);
    Run run = Runs.failing(Runs.run(result), B).summarised();
    assertThat(run.failures()).hasSize(1);
    Result kept = run.results().get(0);
    assertThat(kept.score().forks()).containsExactly(Fork.summary(3, 2, 1.5));
    assertThat(kept.series(Metric.ALLOCATION).orElseThrow().forks())
        .containsExactly(Fork.summary(1, 16, 16));
  }

  @Test
  void theScoreIsTheMeanOverTheForks() {
    Series series = Runs.iterations(A, new double[] {1, 3}, new double[] {10}).score();
    assertThat(series.score()).isEqualTo(6);
  }

  @Test
  void refusesMetricsUnderTheWrongName() {
    Series score = Runs.result(A, 1).score();
    Series allocation =
        Runs.series(Metric.secondary("x", Unit.of("B/op")), new double[] {1}, new double[] {2});
    TreeMap<String, Series> wrong = new TreeMap<>();
    wrong.put("y", allocation);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Result(A, Runs.SETTINGS, Runs.JVM, score, wrong));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Result(A, Runs.SETTINGS, Runs.JVM, allocation, new TreeMap<>()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Series(score.metric(), List.of()));
  }
}
