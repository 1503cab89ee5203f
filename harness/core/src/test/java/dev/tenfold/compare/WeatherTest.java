package dev.tenfold.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Runs;
import dev.tenfold.stats.Contrast;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/**
 * What pairs say of a machine whose neighbours come and go, on planted truths: in every second
 * pair, a round scatters ten times as much, the JVMs differ by 1 %, and the level of a fork says
 * nothing.
 */
class WeatherTest {
  private static final BenchmarkId TIME = Runs.id("time");
  private static final int REPETITIONS = 4000;
  private static final int PAIRS = 8;
  private static final int ROUNDS = 12;
  private static final double JVMS = 0.01;
  private static final double CALM = 0.02;
  private static final double STORMY = 0.2;

  private static Contrast middle(Random random, double truth) {
    double[][] base = new double[PAIRS][ROUNDS];
    double[][] head = new double[PAIRS][ROUNDS];
    for (int pair = 0; pair < PAIRS; pair++) {
      double noise = random.nextBoolean() ? STORMY : CALM;
      double luck = truth + JVMS * random.nextGaussian();
      for (int round = 0; round < ROUNDS; round++) {
        double level = 4 + random.nextGaussian();
        base[pair][round] = Math.exp(level);
        head[pair][round] = Math.exp(level + luck + noise * random.nextGaussian());
      }
    }
    Comparison comparison =
        Comparer.compare(
            Runs.run(Runs.inTurns(Runs.iterations(TIME, base))),
            Runs.run(Runs.inTurns(Runs.iterations(TIME, head))),
            Terms.sideBySide(Set.of()));
    return comparison.differences().get(0).estimates().orElseThrow().quartile();
  }

  @Test
  void whereNothingChangedNoMoreIsClaimedThanIsAllowed() {
    Random random = new Random(61);
    double[] p = new double[REPETITIONS];
    Arrays.setAll(p, i -> middle(random, 0).pGreater());
    for (double alpha : new double[] {0.05, 0.01}) {
      long claimed = Arrays.stream(p).filter(each -> each <= alpha).count();
      print("claimed at " + alpha, claimed);
      assertThat(claimed)
          .isLessThanOrEqualTo(
              new BinomialDistribution(null, REPETITIONS, alpha)
                  .inverseCumulativeProbability(0.999));
      assertThat(claimed).as("a test that never claims").isPositive();
    }
  }

  @Test
  void aLossOfThreePerCentIsFoundThroughTheStorm() {
    Random random = new Random(62);
    long found = 0;
    double sum = 0;
    for (int i = 0; i < REPETITIONS; i++) {
      Contrast contrast = middle(random, Math.log1p(0.03));
      found += contrast.pGreater() <= 0.005 ? 1 : 0;
      sum += contrast.estimate();
    }
    print("found at 0.005", found);
    // Weighed alike, the same pairs would find 19 of a hundred.
    assertThat(found).isGreaterThan(REPETITIONS * 45 / 100);
    assertThat(sum / REPETITIONS).isBetween(0.029, 0.0302);
  }

  private static void print(String what, long count) {
    System.out.println(String.format(Locale.ROOT, "%s: %d of %d", what, count, REPETITIONS));
  }
}
