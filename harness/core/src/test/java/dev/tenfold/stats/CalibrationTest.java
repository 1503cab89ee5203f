package dev.tenfold.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/**
 * Measures the error rates and the power of the t-tests on planted truths, and holds them to what
 * the theory promises: a wrong divisor or a swapped tail shows here, where no single value would.
 */
class CalibrationTest {
  private static final int COMPARISONS = 2_000;
  private static final int FORKS = 5;
  private static final double ALPHA = 0.05;
  private static final double FLOOR = 1e-4;
  private static final double SD = 0.05;
  private static final double SLOWDOWN = Math.log(1.1);

  @Test
  void pooledTKeepsItsErrorOnNormalForks() {
    Random random = new Random(1);
    int alarms = alarms(0, () -> SD * random.nextGaussian());
    print("pooled t, A/A, normal", alarms);
    assertThat(alarms).isBetween(least(ALPHA), most(ALPHA));
  }

  @Test
  void pooledTKeepsItsErrorOnHeavyTails() {
    Random random = new Random(2);
    int alarms = alarms(0, () -> SD * studentOfThree(random));
    print("pooled t, A/A, t with 3 df", alarms);
    assertThat(alarms).isBetween(1, most(ALPHA));
  }

  @Test
  void pooledTKeepsItsErrorOnForksThatAreSometimesSlow() {
    Random random = new Random(3);
    int alarms = alarms(0, () -> sometimesSlow(random));
    print("pooled t, A/A, lognormal mixture", alarms);
    assertThat(alarms).isBetween(1, most(ALPHA));
  }

  @Test
  void pooledTFindsAPlantedSlowdownAsOftenAsComputed() {
    Random random = new Random(4);
    double power = power(SLOWDOWN / (SD * Math.sqrt(2.0 / FORKS)), 2 * FORKS - 2, ALPHA);
    int found = alarms(SLOWDOWN, () -> SD * random.nextGaussian());
    print("pooled t, +10 %, sd 5 %, computed " + percent(power), found);
    assertThat(found).isBetween(least(power), most(power));
  }

  @Test
  void pairedTKeepsItsErrorOnNormalPairs() {
    Random random = new Random(5);
    int alarms = pairedAlarms(0, () -> SD * random.nextGaussian());
    print("paired t, A/A, normal", alarms);
    assertThat(alarms).isBetween(least(ALPHA), most(ALPHA));
  }

  @Test
  void pairedTKeepsItsErrorOnHeavyTails() {
    Random random = new Random(6);
    int alarms = pairedAlarms(0, () -> SD * studentOfThree(random));
    print("paired t, A/A, t with 3 df", alarms);
    assertThat(alarms).isBetween(1, most(ALPHA));
  }

  @Test
  void pairedTKeepsItsErrorOnForksThatAreSometimesSlow() {
    Random random = new Random(7);
    int alarms = pairedAlarms(0, () -> sometimesSlow(random) - sometimesSlow(random));
    print("paired t, A/A, lognormal mixture", alarms);
    assertThat(alarms).isBetween(1, most(ALPHA));
  }

  @Test
  void pairedTFindsAPlantedSlowdownAsOftenAsComputed() {
    Random random = new Random(8);
    double power = power(SLOWDOWN / (SD / Math.sqrt(FORKS)), FORKS - 1, ALPHA);
    int found = pairedAlarms(SLOWDOWN, () -> SD * random.nextGaussian());
    print("paired t, +10 %, sd 5 %, computed " + percent(power), found);
    assertThat(found).isBetween(least(power), most(power));
  }

  @Test
  void equivalenceIsRarelyClaimedOfADifferenceOnTheMargin() {
    Random random = new Random(9);
    double margin = Math.log(1.05);
    int claims =
        comparisons(
            () ->
                Contrasts.pooled(
                    forks(0, gaussian(random)), forks(margin, gaussian(random)), FLOOR),
            contrast -> contrast.pEquivalent(-margin, margin) < ALPHA);
    print("TOST 5 %, truth on the margin, sd 2 %", claims);
    assertThat(claims).isBetween(least(ALPHA), most(ALPHA));
  }

  @Test
  void theForksNeededGiveThePowerAskedFor() {
    for (double sd : new double[] {0.02, 0.03, 0.05, 0.08}) {
      int forks = ForksNeeded.perSide(0.05, sd, ALPHA, 0.8).orElseThrow();
      int pairs = ForksNeeded.pairs(0.05, sd, ALPHA, 0.8).orElseThrow();
      ToDoubleFunction<Integer> perSide =
          n -> power(0.05 / (sd * Math.sqrt(2.0 / n)), 2 * n - 2, ALPHA);
      ToDoubleFunction<Integer> paired = n -> power(0.05 / (sd / Math.sqrt(n)), n - 1, ALPHA);
      System.out.printf(
          Locale.ROOT,
          "Forks to see 5 %% at sd %.0f %%: %d per side (power %s), %d pairs (power %s)%n",
          100 * sd,
          forks,
          percent(perSide.applyAsDouble(forks)),
          pairs,
          percent(paired.applyAsDouble(pairs)));
      assertThat(perSide.applyAsDouble(forks)).isGreaterThan(0.79);
      assertThat(perSide.applyAsDouble(forks - 1)).isLessThan(0.81);
      assertThat(paired.applyAsDouble(pairs)).isGreaterThan(0.79);
      assertThat(paired.applyAsDouble(pairs - 1)).isLessThan(0.81);
    }
  }

  @Test
  void theSmallestVisibleDifferenceFallsShortAtSmallAlphaAsFarAsItSays() {
    assertThat(powerAtSmallestVisible(4, 0.01)).isCloseTo(0.768, within(0.001));
    assertThat(powerAtSmallestVisible(8, 0.01)).isCloseTo(0.788, within(0.001));
    for (int df = 2; df <= 40; df++) {
      assertThat(powerAtSmallestVisible(df, 0.05)).isCloseTo(0.8, within(0.01));
    }
  }

  private static int alarms(double slowdown, Supplier<Double> logFork) {
    return comparisons(
        () -> Contrasts.pooled(forks(0, logFork), forks(slowdown, logFork), FLOOR),
        contrast -> contrast.pGreater() < ALPHA);
  }

  private static int pairedAlarms(double slowdown, Supplier<Double> logRatio) {
    return comparisons(
        () -> Contrasts.paired(forks(slowdown, logRatio), FLOOR),
        contrast -> contrast.pGreater() < ALPHA);
  }

  private static int comparisons(Supplier<Contrast> comparison, Predicate<Contrast> alarm) {
    return (int)
        IntStream.range(0, COMPARISONS).mapToObj(i -> comparison.get()).filter(alarm).count();
  }

  private static double[] forks(double slowdown, Supplier<Double> logFork) {
    return IntStream.range(0, FORKS).mapToDouble(i -> slowdown + logFork.get()).toArray();
  }

  private static Supplier<Double> gaussian(Random random) {
    return () -> 0.02 * random.nextGaussian();
  }

  private static double studentOfThree(Random random) {
    double chiSquare =
        IntStream.range(0, 3).mapToDouble(i -> Math.pow(random.nextGaussian(), 2)).sum();
    return random.nextGaussian() / Math.sqrt(chiSquare / 3);
  }

  /** The logarithm of a fork: one in five is slowed down by a lognormal share of about 15 %. */
  private static double sometimesSlow(Random random) {
    double share = 0.15 * Math.exp(0.8 * random.nextGaussian());
    double fork = 0.02 * random.nextGaussian();
    return random.nextInt(5) == 0 ? fork + Math.log1p(share) : fork;
  }

  /**
   * The power of a one-sided t-test by integration over the estimated variance, which knows nothing
   * of Contrast: the test rejects where z + shift exceeds threshold * sqrt(chi-square / df).
   *
   * @param shift the true difference in standard errors
   */
  private static double power(double shift, int df, double alpha) {
    ChiSquaredDistribution variance = new ChiSquaredDistribution(df);
    NormalDistribution normal = new NormalDistribution();
    double threshold = threshold(df, alpha);
    // Over the root of chi-square, whose density has no pole at 0.
    return new SimpsonIntegrator()
        .integrate(
            1_000_000,
            root ->
                2
                    * root
                    * variance.density(root * root)
                    * normal.cumulativeProbability(shift - threshold * root / Math.sqrt(df)),
            1e-9,
            Math.sqrt(df) + 8);
  }

  private static double threshold(int df, double alpha) {
    return new Contrast(0, 1, df).interval(1 - 2 * alpha).high();
  }

  private static double powerAtSmallestVisible(int df, double alpha) {
    return power(new Contrast(0, 1, df).smallestVisible(alpha, 0.8), df, alpha);
  }

  private static int least(double rate) {
    return new BinomialDistribution(COMPARISONS, rate).inverseCumulativeProbability(0.0005);
  }

  private static int most(double rate) {
    return new BinomialDistribution(COMPARISONS, rate).inverseCumulativeProbability(0.9995);
  }

  private static void print(String what, int alarms) {
    System.out.println(what + ": " + percent((double) alarms / COMPARISONS));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
