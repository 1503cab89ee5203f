package dev.tenfold.judge;

import dev.tenfold.run.Better;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Series;
import dev.tenfold.stats.Contrast;
import dev.tenfold.stats.Multiplicity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Holds the head against its budgets. */
final class Budgets {
  private final Policy policy;

  Budgets(Policy policy) {
    this.policy = policy;
  }

  /** One level of the head, and how surely it is beyond its bound. */
  private record Level(Result result, Series series, double bound, Contrast beyond) {}

  /** What is surely over its budget, all budgets judged together, and what cannot be held to it. */
  List<Finding> findings(Run head) {
    List<Finding> findings = new ArrayList<>();
    List<Level> levels = new ArrayList<>();
    for (Result result : head.results()) {
      for (String metric : List.of(Metric.SCORE, Metric.ALLOCATION)) {
        first(result, metric).ifPresent(budget -> hold(result, budget, levels, findings));
      }
    }
    double[] p =
        Multiplicity.holm(levels.stream().mapToDouble(each -> each.beyond.pGreater()).toArray());
    for (int i = 0; i < p.length; i++) {
      if (p[i] <= policy.alpha()) {
        findings.add(finding(levels.get(i)));
      }
    }
    return findings;
  }

  private Optional<Budget> first(Result result, String metric) {
    return policy.clauses().budgets().stream()
        .filter(budget -> budget.metric().equals(metric))
        .filter(budget -> budget.of(result).isPresent())
        .findFirst();
  }

  private static void hold(
      Result result, Budget budget, List<Level> levels, List<Finding> findings) {
    Series series = budget.of(result).orElseThrow();
    OptionalDouble bound = budget.in(series.metric());
    if (bound.isEmpty()) {
      String because =
          "Its budget is in %s and its %s in %s, which do not convert."
              .formatted(budget.unit(), series.metric().name(), series.metric().unit());
      findings.add(
          new Finding(
              result.id(), Subject.BUDGET, Outcome.INCOMPARABLE, because, Optional.empty()));
      return;
    }
    Budget.beyond(series, bound.getAsDouble())
        .ifPresent(c -> levels.add(new Level(result, series, bound.getAsDouble(), c)));
  }

  private static Finding finding(Level level) {
    Metric metric = level.series.metric();
    boolean higher = metric.better() == Better.HIGHER;
    String because =
        "Over its budget: %s %s, where %s %s %s is allowed."
            .formatted(
                rounded(level.series.score()),
                metric.unit(),
                higher ? "at least" : "at most",
                rounded(level.bound),
                metric.unit());
    return new Finding(
        level.result.id(), Subject.BUDGET, Outcome.REGRESSED, because, Optional.empty());
  }

  private static String rounded(double number) {
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(4));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
