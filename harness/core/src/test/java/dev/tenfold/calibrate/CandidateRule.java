package dev.tenfold.calibrate;

import dev.tenfold.stats.Combination;
import dev.tenfold.stats.Contrast;
import dev.tenfold.stats.Contrasts;
import dev.tenfold.stats.Multiplicity;
import dev.tenfold.stats.VariancePrior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A rule that the gate might have: the benchmarks of a suite are measured in stages, each with
 * those alone that still look worse, and those that reach the end are judged together.
 *
 * @param name for the table
 * @param cut of the forks: shorter ones cost less, so that there can be more of them
 * @param eyes what is seen of each fork
 * @param join how the p of two eyes become one
 * @param stages forks on each side, and the p of all forks so far below which a benchmark goes on
 * @param from the number of the first stage whose forks convict. Those of earlier stages chose whom
 *     to convict, and are no evidence; the family that Holm corrects for is who entered this stage
 */
record CandidateRule(
    String name, Cut cut, List<Eye> eyes, Join join, List<Stage> stages, int from) {

  static final int MOST_FORKS = 24;

  private static final double ALPHA = 0.05;
  private static final double THRESHOLD = Math.log(1.03);
  private static final double FLOOR = 1e-4;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** What is seen of a fork: one number. */
  enum Eye {
    MEAN,
    QUARTILE,
    DECILE,
    LEAST
  }

  /** How the p-values of the eyes, and those of the stages, are made one. */
  enum Join {
    BONFERRONI,
    CAUCHY,
    /** Bonferroni, of t-values whose variances are drawn toward those of the suite. */
    MODERATED,
    /** Bonferroni; of the stages, the weighted mean of their normal scores, not of their forks. */
    INVERSE_NORMAL
  }

  record Stage(int forks, double goesOn) {}

  /** The numbers of one benchmark in one simulated suite, by eye and fork. */
  record Drawn(double[][] base, double[][] head) {}

  /** A p-value, and the estimate that it is of. */
  private record Evidence(double p, double estimate) {}

  /**
   * What came of a suite.
   *
   * @param regressed the numbers of the benchmarks that were convicted
   * @param forks on each side, of all benchmarks together
   */
  record Judged(List<Integer> regressed, int forks) {}

  Judged judge(List<Drawn> suite) {
    VariancePrior[] priors = join == Join.MODERATED ? priors(suite) : new VariancePrior[0];
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < suite.size(); i++) {
      left.add(i);
    }
    int family = left.size();
    int forks = 0;
    int measured = 0;
    for (int s = 0; s < stages.size(); s++) {
      Stage stage = stages.get(s);
      family = s <= from ? left.size() : family;
      forks += stage.forks() * left.size();
      measured += stage.forks();
      if (s < stages.size() - 1) {
        int to = measured;
        left.removeIf(i -> evidence(suite.get(i), 0, to, priors).p() >= stage.goesOn());
      }
    }
    List<Evidence> last = new ArrayList<>();
    for (int i : left) {
      last.add(
          join == Join.INVERSE_NORMAL
              ? byStages(suite.get(i))
              : evidence(suite.get(i), firstFork(), measured, priors));
    }
    return new Judged(convicted(left, last, family), forks);
  }

  private static List<Integer> convicted(List<Integer> left, List<Evidence> last, int family) {
    double[] p = new double[family];
    Arrays.fill(p, 1);
    for (int i = 0; i < last.size(); i++) {
      p[i] = last.get(i).p();
    }
    double[] adjusted = Multiplicity.holm(p);
    List<Integer> regressed = new ArrayList<>();
    for (int i = 0; i < last.size(); i++) {
      if (adjusted[i] <= ALPHA && last.get(i).estimate() >= THRESHOLD) {
        regressed.add(left.get(i));
      }
    }
    return regressed;
  }

  private int firstFork() {
    return stages.stream().limit(from).mapToInt(Stage::forks).sum();
  }

  private Evidence byStages(Drawn drawn) {
    double score = 0;
    double weights = 0;
    int at = firstFork();
    for (Stage stage : stages.subList(from, stages.size())) {
      double p = evidence(drawn, at, at + stage.forks(), new VariancePrior[0]).p();
      double bounded = Math.min(1 - 1e-12, Math.max(1e-300, p));
      score -= Math.sqrt(stage.forks()) * NORMAL.inverseCumulativeProbability(bounded);
      weights += stage.forks();
      at += stage.forks();
    }
    double p = NORMAL.cumulativeProbability(-score / Math.sqrt(weights));
    return new Evidence(p, evidence(drawn, firstFork(), at, new VariancePrior[0]).estimate());
  }

  private Evidence evidence(Drawn drawn, int from, int to, VariancePrior[] priors) {
    Contrast sharpest = contrast(drawn, 0, from, to, priors);
    double p = sharpest.pGreater();
    for (int eye = 1; eye < eyes.size(); eye++) {
      Contrast other = contrast(drawn, eye, from, to, priors);
      double q = other.pGreater();
      sharpest = q < sharpest.pGreater() ? other : sharpest;
      p = join == Join.CAUCHY ? Combination.cauchy(p, q) : Combination.bonferroni(p, q);
    }
    return new Evidence(p, sharpest.estimate());
  }

  private Contrast contrast(Drawn drawn, int eye, int from, int to, VariancePrior[] priors) {
    double[] base = Arrays.copyOfRange(drawn.base()[eye], from, to);
    double[] head = Arrays.copyOfRange(drawn.head()[eye], from, to);
    return priors.length == 0
        ? Contrasts.pooled(base, head, FLOOR)
        : priors[eye].moderated(base, head);
  }

  /** What the forks of the first stage say of the spread of a benchmark, one for each eye. */
  private VariancePrior[] priors(List<Drawn> suite) {
    int forks = stages.get(0).forks();
    VariancePrior[] priors = new VariancePrior[eyes.size()];
    for (int eye = 0; eye < priors.length; eye++) {
      int seen = eye;
      double[] variances =
          suite.stream()
              .map(drawn -> contrast(drawn, seen, 0, forks, new VariancePrior[0]))
              .mapToDouble(c -> c.standardError() * c.standardError() * forks / 2)
              .toArray();
      priors[eye] = VariancePrior.fit(variances, 2.0 * forks - 2);
    }
    return priors;
  }
}
