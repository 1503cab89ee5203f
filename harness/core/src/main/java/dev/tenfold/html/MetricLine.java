package dev.tenfold.html;

import dev.tenfold.report.Figures;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Result;
import dev.tenfold.run.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A metric beside the score, which informs.
 *
 * @param name harmless
 * @param base the mean of the forks, with its unit; empty if it was not measured
 * @param head in the same unit
 * @param change in per cent, where both are positive
 */
record MetricLine(String name, String base, String head, String change) {

  /** All that a leg measured beside the score, by name. */
  static List<MetricLine> of(Leg leg) {
    SortedMap<String, Metric> metrics = new TreeMap<>();
    leg.base().ifPresent(result -> add(result, metrics));
    leg.head().ifPresent(result -> add(result, metrics));
    return metrics.values().stream().map(metric -> line(metric, leg)).toList();
  }

  private static void add(Result result, Map<String, Metric> to) {
    result.secondary().values().stream()
        .map(Series::metric)
        .forEach(metric -> to.put(metric.name(), metric));
  }

  private static MetricLine line(Metric metric, Leg leg) {
    OptionalDouble base = mean(leg.base(), metric);
    OptionalDouble head = mean(leg.head(), metric);
    double pivot = base.orElse(0) == 0 ? head.orElse(0) : base.getAsDouble();
    Figures figures = Figures.of(metric.unit(), pivot);
    boolean ratio = base.orElse(0) > 0 && head.orElse(0) > 0;
    return new MetricLine(
        HtmlReport.shown(metric.name()),
        text(base, figures),
        text(head, figures),
        ratio ? Figures.percent(head.getAsDouble() / base.getAsDouble() - 1, 1) : "");
  }

  private static OptionalDouble mean(Optional<Result> side, Metric metric) {
    return Leg.forks(side, metric).stream().mapToDouble(Fork::mean).average();
  }

  private static String text(OptionalDouble value, Figures figures) {
    return value.isEmpty() ? "" : figures.number(value.getAsDouble()) + figures.unit();
  }
}
