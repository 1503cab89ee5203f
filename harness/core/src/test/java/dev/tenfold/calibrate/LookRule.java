package dev.tenfold.calibrate;

import dev.tenfold.stats.Combination;
import dev.tenfold.stats.Contrast;
import dev.tenfold.stats.Contrasts;
import dev.tenfold.stats.Multiplicity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A rule that the gate might have, with several looks: all are screened, suspects get fresh forks
 * until they are convicted or hopeless, and only fresh forks convict.
 *
 * @param screening forks on each side at each look; who is no suspect at one and has p below 0.8 is
 *     measured to the next
 * @param suspect the p below which a benchmark is one
 * @param confirming fresh forks on each side at each look
 * @param all whether the forks of the screening too tell who is hopeless
 * @param hopeless the p from which on a suspect is sent home
 * @param shares of the error, one for each confirming look; 0 where nobody can be convicted
 */
record LookRule(
    List<Integer> screening,
    double suspect,
    List<Integer> confirming,
    boolean all,
    double hopeless,
    double[] shares) {
  private static final double ALPHA = 0.05;
  private static final double CLEARED = 0.8;
  private static final double FLOOR = 1e-4;

  /** Shares in proportion to a power of the forks, from this look on. */
  static double[] shares(List<Integer> looks, double power, int from) {
    double[] shares = new double[looks.size()];
    for (int i = from; i < shares.length; i++) {
      shares[i] = Math.pow(looks.get(i), power);
    }
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / sum).toArray();
  }

  /**
   * The forks of one benchmark, screening first: two numbers of each, quartile and mean.
   *
   * @param base logarithms; empty where head holds the log-ratios of pairs
   */
  record Forks(double[][] base, double[][] head) {

    Contrast contrast(int eye, int from, int to) {
      double[] is = Arrays.copyOfRange(head[eye], from, to);
      return base.length == 0
          ? Contrasts.paired(is, FLOOR)
          : Contrasts.pooled(Arrays.copyOfRange(base[eye], from, to), is, FLOOR);
    }

    private double p(int from, int to) {
      Contrast quartile = contrast(0, from, to);
      Contrast mean = contrast(1, from, to);
      return quartile.estimate() <= 0 && mean.estimate() <= 0
          ? 1
          : Combination.bonferroni(quartile.pGreater(), mean.pGreater());
    }

    /** Of the eye that sees more. */
    private double estimate(int from, int to) {
      Contrast quartile = contrast(0, from, to);
      Contrast mean = contrast(1, from, to);
      return mean.pGreater() < quartile.pGreater() ? mean.estimate() : quartile.estimate();
    }
  }

  int most() {
    return last(screening) + last(confirming);
  }

  private static int last(List<Integer> looks) {
    return looks.get(looks.size() - 1);
  }

  /**
   * What came of a suite.
   *
   * @param regressed whether a benchmark was convicted
   * @param forks of each on each side
   */
  record Judged(boolean[] regressed, int[] forks) {}

  private static final class Suspect {
    final int number;
    final Forks forks;
    double p = 1;
    double estimate;
    boolean open = true;

    Suspect(int number, Forks forks) {
      this.number = number;
      this.forks = forks;
    }
  }

  Judged judge(List<Forks> suite, double threshold) {
    Judged judged = new Judged(new boolean[suite.size()], new int[suite.size()]);
    List<Suspect> suspects = suspects(suite, judged.forks());
    int from = last(screening);
    int before = 0;
    for (int look = 0; look < shares.length; look++) {
      int to = from + confirming.get(look);
      for (Suspect each : suspects) {
        if (each.open) {
          judged.forks()[each.number] += confirming.get(look) - before;
          each.estimate = each.forks.estimate(from, to);
          each.p = Math.min(each.p, each.forks.p(from, to) / shares[look]);
        }
      }
      before = confirming.get(look);
      double[] adjusted =
          Multiplicity.holm(suspects.stream().mapToDouble(s -> Math.min(1, s.p)).toArray());
      for (int i = 0; i < adjusted.length; i++) {
        Suspect each = suspects.get(i);
        boolean guilty = adjusted[i] <= ALPHA && each.estimate >= threshold;
        judged.regressed()[each.number] = guilty;
        each.open &= !guilty && each.forks.p(all ? 0 : from, to) < hopeless;
      }
    }
    return judged;
  }

  private List<Suspect> suspects(List<Forks> suite, int[] forks) {
    List<Suspect> suspects = new ArrayList<>();
    for (int i = 0; i < forks.length; i++) {
      double p = CLEARED / 2;
      for (int look = 0; look < screening.size() && p >= suspect && p < CLEARED; look++) {
        forks[i] = screening.get(look);
        p = suite.get(i).p(0, forks[i]);
      }
      if (p < suspect) {
        suspects.add(new Suspect(i, suite.get(i)));
      }
    }
    return suspects;
  }
}
