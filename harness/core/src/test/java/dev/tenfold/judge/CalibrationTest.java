package dev.tenfold.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.compare.Comparison;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** The error rate and the power of the whole judge, from forks to outcomes, on planted truths. */
class CalibrationTest {
  private static final int SUITES = 300;
  private static final int BENCHMARKS = 20;
  private static final int SCREEN_FORKS = 3;
  private static final int CONFIRM_FORKS = 5;
  private static final int ITERATIONS = 5;
  private static final double FORK_SD = 0.03;
  private static final double ITERATION_SD = 0.02;
  private static final BenchmarkId PLANTED = id(0);

  private final Judge judge = new Judge(Policy.standard());

  private static BenchmarkId id(int i) {
    return Runs.id("m" + i, i % 2 == 0 ? Mode.AVERAGE_TIME : Mode.THROUGHPUT);
  }

  @Test
  void aSuiteInWhichNothingChangedAlarmsInFiveOfAHundredAtMost() {
    Random random = new Random(41);
    int alarmed = 0;
    int gains = 0;
    int suspects = 0;
    int unchanged = 0;
    for (int i = 0; i < SUITES; i++) {
      Verdict verdict = suite(random, 1);
      alarmed += verdict.status() == Status.REGRESSION ? 1 : 0;
      gains += has(verdict, Outcome.IMPROVED) ? 1 : 0;
      suspects += confirmed(verdict);
      unchanged += verdict.counts(Subject.SCORE).getOrDefault(Outcome.UNCHANGED, 0L).intValue();
    }
    print("suites with a false regression", alarmed, SUITES);
    print("suites with a false gain", gains, SUITES);
    print("benchmarks confirmed on fresh forks", suspects, SUITES * BENCHMARKS);
    print("benchmarks called unchanged", unchanged, SUITES * BENCHMARKS);
    assertThat(alarmed).isLessThanOrEqualTo(most(0.05));
    assertThat(gains).isLessThanOrEqualTo(most(0.05));
    // A judge that suspects nobody would keep its error rate too.
    assertThat(suspects).isGreaterThan(SUITES * BENCHMARKS / 50);
  }

  @Test
  void aTenthSlowerIsFoundFourTimesOfFive() {
    Random random = new Random(42);
    int found = 0;
    int others = 0;
    for (int i = 0; i < SUITES; i++) {
      Verdict verdict = suite(random, 1.1);
      found += Judging.find(verdict, PLANTED).outcome() == Outcome.REGRESSED ? 1 : 0;
      others += verdict.counts(Subject.SCORE).getOrDefault(Outcome.REGRESSED, 0L).intValue();
    }
    others -= found;
    print("planted 10 % found", found, SUITES);
    print("convicted beside it", others, SUITES * (BENCHMARKS - 1));
    assertThat(found).isGreaterThanOrEqualTo(SUITES * 4 / 5);
    assertThat(others).isLessThanOrEqualTo(most(0.05));
  }

  /** Screens a suite, measures its suspects again, and judges. */
  private Verdict suite(Random random, double factor) {
    List<BenchmarkId> all = new ArrayList<>();
    for (int i = 0; i < BENCHMARKS; i++) {
      all.add(id(i));
    }
    Comparison screening =
        Judging.compare(
            measured(all, SCREEN_FORKS, 1, random), measured(all, SCREEN_FORKS, factor, random));
    SortedSet<BenchmarkId> suspects = new TreeSet<>(judge.suspects(screening));
    Comparison fresh =
        Judging.compare(
            measured(suspects, CONFIRM_FORKS, 1, random),
            measured(suspects, CONFIRM_FORKS, factor, random));
    return judge.verdict(screening, List.of(fresh));
  }

  private static Run measured(
      Collection<BenchmarkId> ids, int forks, double factor, Random random) {
    List<Result> results = new ArrayList<>();
    for (BenchmarkId id : ids) {
      double level = 100 * (id.equals(PLANTED) ? factor : 1);
      double[][] rows = new double[forks][ITERATIONS];
      for (double[] row : rows) {
        double fork = level * Math.exp(FORK_SD * random.nextGaussian());
        for (int i = 0; i < row.length; i++) {
          row[i] = fork * Math.exp(ITERATION_SD * random.nextGaussian());
        }
      }
      results.add(Runs.iterations(id, rows));
    }
    return Runs.run(results.toArray(Result[]::new));
  }

  private static boolean has(Verdict verdict, Outcome outcome) {
    return verdict.counts(Subject.SCORE).containsKey(outcome);
  }

  private static int confirmed(Verdict verdict) {
    return (int)
        verdict.findings().stream()
            .filter(f -> f.evidence().orElseThrow().difference().head().forks() == CONFIRM_FORKS)
            .count();
  }

  /** What so many suites with this rate give at most, but for one of a thousand times. */
  private static int most(double rate) {
    return new BinomialDistribution(null, SUITES, rate).inverseCumulativeProbability(0.999);
  }

  private static void print(String what, int count, int of) {
    System.out.println(
        String.format(Locale.ROOT, "%s: %d of %d (%.1f %%)", what, count, of, 100.0 * count / of));
  }
}
