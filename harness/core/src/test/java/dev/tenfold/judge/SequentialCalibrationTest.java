package dev.tenfold.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Difference.Estimates;
import dev.tenfold.compare.Kind;
import dev.tenfold.compare.Level;
import dev.tenfold.compare.Scale;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Runs;
import dev.tenfold.run.Unit;
import dev.tenfold.stats.Contrasts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/**
 * The error rate and the power of the judge where sides take turns and suspects are looked at more
 * than once, on planted truths. A pair gives two numbers, as they were seen of real ones: the
 * median of its rounds varies from pair to pair by 2 % for plain code and by 4 % for code that each
 * JVM compiles in its own way; the mean varies 1.4 times as much, and mostly with it.
 */
class SequentialCalibrationTest {
  private static final int SUITES = 300;
  private static final int BENCHMARKS = 20;
  private static final int[] SCREENING = {3, 5};
  private static final Looks CONFIRMING = new Looks(List.of(5, 10, 15));
  private static final double[] SPREADS = {0.02, 0.04};
  private static final double MEAN_SPREAD = 1.4;
  private static final double CORRELATION = 0.8;

  /** Sizes, and of each how many per cent are found at least: of plain code, of the other. */
  private static final double[] PLANTED = {0.03, 0.05, 0.10};

  private static final int[] FOUND = {55, 15, 95, 60, 99, 99};

  private final Judge judge = new Judge(Policy.standard());

  /** Plain code has even numbers, the other kind odd ones. */
  private static BenchmarkId id(int i) {
    return Runs.id("m" + i);
  }

  private static double spread(int i) {
    return SPREADS[i % 2];
  }

  /** The pairs of one stage: drawn when they are first asked for, and then always the same. */
  private static final class Pairs {
    private final Random random;
    private final double[] truth;
    private final Map<Integer, List<double[]>> drawn = new HashMap<>();

    Pairs(Random random, double[] truth) {
      this.random = random;
      this.truth = truth;
    }

    /** The first so many pairs of each of these, as a comparison. */
    Comparison compared(Map<Integer, Integer> forks, Looks looks) {
      List<Difference> differences = new ArrayList<>();
      forks.forEach((i, n) -> differences.add(difference(i, n, looks.share(n))));
      return new Comparison(Kind.TURNS, Origin.UNKNOWN, Origin.UNKNOWN, differences, List.of());
    }

    private Difference difference(int i, int forks, double share) {
      List<double[]> pairs = drawn.computeIfAbsent(i, any -> new ArrayList<>());
      while (pairs.size() < forks) {
        pairs.add(pair(truth[i], spread(i)));
      }
      double[][] first = pairs.subList(0, forks).toArray(double[][]::new);
      double[] medians = Arrays.stream(first).mapToDouble(pair -> pair[0]).toArray();
      double[] means = Arrays.stream(first).mapToDouble(pair -> pair[1]).toArray();
      Estimates estimates =
          new Estimates(Contrasts.paired(medians, 1e-4), Contrasts.paired(means, 1e-4), share);
      double head = 100 * Math.exp(estimates.quartile().estimate());
      return new Difference(
          id(i),
          Metric.score(id(i).mode(), Unit.of("ns/op")),
          Kind.TURNS,
          new Level(100, 100, forks),
          new Level(head, head, forks),
          Scale.LOG_RATIO,
          Optional.of(estimates),
          Set.of());
    }

    private double[] pair(double middle, double spread) {
      double shared = random.nextGaussian();
      double own = random.nextGaussian();
      double other = CORRELATION * shared + Math.sqrt(1 - CORRELATION * CORRELATION) * own;
      return new double[] {middle + spread * shared, middle + MEAN_SPREAD * spread * other};
    }
  }

  /** What a campaign without a budget does, with drawn pairs in the place of measured ones. */
  private Verdict suite(Random random, double[] truth) {
    Pairs screened = new Pairs(random, truth);
    Map<Integer, Integer> forks = new HashMap<>();
    for (int i = 0; i < truth.length; i++) {
      forks.put(i, SCREENING[0]);
    }
    Comparison first = screened.compared(forks, Looks.ONCE);
    numbers(judge.open(first)).forEach(i -> forks.put(i, SCREENING[1]));
    Comparison screening = screened.compared(forks, Looks.ONCE);

    Pairs confirmed = new Pairs(random, truth);
    List<Comparison> looks = new ArrayList<>();
    List<BenchmarkId> ids = judge.mostSuspectFirst(screening);
    for (int n : CONFIRMING.at()) {
      Map<Integer, Integer> again = new HashMap<>();
      numbers(ids).forEach(i -> again.put(i, n));
      looks.add(confirmed.compared(again, CONFIRMING));
      ids = judge.undecided(screening, looks);
    }
    return judge.verdict(screening, looks);
  }

  private static List<Integer> numbers(Collection<BenchmarkId> ids) {
    return ids.stream().map(id -> Integer.parseInt(id.method().replaceFirst(".*m", ""))).toList();
  }

  private static long count(Verdict verdict, Outcome outcome) {
    return verdict.counts(Subject.SCORE).getOrDefault(outcome, 0L);
  }

  @Test
  void aSuiteInWhichNothingChangedAlarmsInFiveOfAHundredAtMost() {
    Random random = new Random(51);
    int alarmed = 0;
    int unchanged = 0;
    int again = 0;
    for (int i = 0; i < SUITES; i++) {
      Verdict verdict = suite(random, new double[BENCHMARKS]);
      alarmed += verdict.status() == Status.REGRESSION ? 1 : 0;
      unchanged += (int) count(verdict, Outcome.UNCHANGED);
      again += (int) verdict.findings().stream().filter(f -> share(f) < 1).count();
    }
    print("suites with a false regression", alarmed, SUITES);
    print("benchmarks called unchanged", unchanged, SUITES * BENCHMARKS);
    print("benchmarks confirmed on fresh forks", again, SUITES * BENCHMARKS);
    assertThat(alarmed).isLessThanOrEqualTo(most(0.05));
    // A judge that suspects nobody would keep its error rate too.
    assertThat(again).isGreaterThan(SUITES * BENCHMARKS / 50);
  }

  private static double share(Finding finding) {
    return finding.evidence().orElseThrow().difference().estimates().orElseThrow().share();
  }

  @Test
  void lossesAreFoundAsOftenAsTheyWereWhenThisWasWritten() {
    Random random = new Random(52);
    double[] truth = new double[BENCHMARKS];
    for (int planted = 0; planted < PLANTED.length; planted++) {
      truth[2 * planted] = Math.log1p(PLANTED[planted]);
      truth[2 * planted + 1] = Math.log1p(PLANTED[planted]);
    }
    int[] found = new int[2 * PLANTED.length];
    int others = 0;
    for (int i = 0; i < SUITES; i++) {
      Verdict verdict = suite(random, truth);
      for (int planted = 0; planted < found.length; planted++) {
        Outcome outcome = Judging.find(verdict, id(planted)).outcome();
        found[planted] += outcome == Outcome.REGRESSED ? 1 : 0;
      }
      others += (int) count(verdict, Outcome.REGRESSED);
    }
    for (int i = 0; i < found.length; i++) {
      others -= found[i];
      print(
          "planted %s among pairs that vary by %s found".formatted(PLANTED[i / 2], spread(i)),
          found[i],
          SUITES);
      assertThat(found[i]).isGreaterThanOrEqualTo(SUITES * FOUND[i] / 100);
    }
    print("convicted beside them", others, SUITES * (BENCHMARKS - found.length));
    assertThat(others).isLessThanOrEqualTo(most(0.05));
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
