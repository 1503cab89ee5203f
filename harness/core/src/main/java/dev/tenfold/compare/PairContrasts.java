package dev.tenfold.compare;

import dev.tenfold.run.Better;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Metric;
import dev.tenfold.stats.Contrast;
import dev.tenfold.stats.Contrasts;
import dev.tenfold.stats.Quantiles;
import java.util.Arrays;
import java.util.List;

/** What pairs of forks that took turns say of one metric: contrasts over the pairs, on a scale. */
public final class PairContrasts {
  /**
   * The standard deviation between pairs that nothing disturbed, on the log scale: each JVM
   * compiles a little differently. It keeps a pair whose few rounds happen to agree from being
   * trusted without bounds (how it was chosen: DESIGN.md, "What a pair says").
   */
  private static final double LUCK_OF_JVMS = 0.02;

  /** With fewer rounds, how they scatter says nothing of how far to trust their median. */
  private static final int ROUNDS_TO_WEIGH = 5;

  /** Of normal values, the standard error of a median in units of the deviation over root n. */
  private static final double OF_MEDIAN = 1.2533;

  /** Of normal values, their standard deviation in units of their median absolute deviation. */
  private static final double OF_MAD = 1.4826;

  private PairContrasts() {}

  /**
   * Of each pair the median over the rounds of what lies between the two iterations of a round,
   * which saw the same machine: very quiet. Pairs whose rounds agree count more than those whose
   * rounds scatter, because a neighbour was busy then.
   */
  static Contrast middles(Metric metric, Scale scale, List<Fork> bases, List<Fork> heads) {
    double[] between = new double[bases.size()];
    double[] weights = new double[between.length];
    boolean weighed = scale == Scale.LOG_RATIO;
    for (int i = 0; i < between.length; i++) {
      Fork base = bases.get(i);
      Fork head = heads.get(i);
      double[] rounds = rounds(scale, base, head);
      between[i] = middle(scale, base, head, rounds);
      weighed &= rounds.length >= ROUNDS_TO_WEIGH;
      if (weighed) {
        weights[i] = 1 / (LUCK_OF_JVMS * LUCK_OF_JVMS + squaredError(rounds));
      }
    }
    if (!weighed) {
      Arrays.fill(weights, 1);
    }
    toTheWorse(metric, between);
    return Contrasts.weighted(between, weights, floor(metric, scale, bases, heads));
  }

  /**
   * Of each pair what lies between the means, which sees what a median cannot: one iteration in
   * five slower.
   */
  static Contrast means(Metric metric, Scale scale, List<Fork> bases, List<Fork> heads) {
    double[] between = new double[bases.size()];
    for (int i = 0; i < between.length; i++) {
      between[i] =
          ForkContrasts.onScale(scale, heads.get(i).mean())
              - ForkContrasts.onScale(scale, bases.get(i).mean());
    }
    toTheWorse(metric, between);
    return Contrasts.paired(between, floor(metric, scale, bases, heads));
  }

  private static boolean areRounds(Fork base, Fork head) {
    return base.isWhole() && head.isWhole() && base.iterations() == head.iterations();
  }

  /**
   * What a pair says: the median of its rounds, or where those were not kept, what lies between the
   * quiet quartiles of its forks; head less base on the scale, in the direction of the number.
   */
  public static double middle(Scale scale, Fork base, Fork head) {
    return middle(scale, base, head, rounds(scale, base, head));
  }

  private static double middle(Scale scale, Fork base, Fork head, double[] rounds) {
    return rounds.length > 0
        ? Quantiles.type7(rounds, 0.5)
        : ForkContrasts.onScale(scale, head.quartile())
            - ForkContrasts.onScale(scale, base.quartile());
  }

  /**
   * What lies between the two sides in each round of a pair, as {@link #middle}; empty where the
   * rounds were not kept.
   */
  public static double[] rounds(Scale scale, Fork base, Fork head) {
    if (!areRounds(base, head)) {
      return new double[0];
    }
    double[] was = base.scores();
    double[] is = head.scores();
    double[] between = new double[was.length];
    for (int round = 0; round < between.length; round++) {
      between[round] =
          ForkContrasts.onScale(scale, is[round]) - ForkContrasts.onScale(scale, was[round]);
    }
    return between;
  }

  /** Of the median of these rounds, whatever a few of them may be. */
  private static double squaredError(double[] rounds) {
    double deviation = OF_MAD * Quantiles.medianAbsoluteDeviation(rounds);
    return OF_MEDIAN * OF_MEDIAN * deviation * deviation / rounds.length;
  }

  private static void toTheWorse(Metric metric, double[] between) {
    if (metric.better() == Better.HIGHER) {
      Arrays.setAll(between, i -> -between[i]);
    }
  }

  private static double floor(Metric metric, Scale scale, List<Fork> bases, List<Fork> heads) {
    double[] was = ForkContrasts.values(bases, fork -> ForkContrasts.onScale(scale, fork.mean()));
    double[] is = ForkContrasts.values(heads, fork -> ForkContrasts.onScale(scale, fork.mean()));
    return ForkContrasts.floor(metric, scale, was, is);
  }
}
