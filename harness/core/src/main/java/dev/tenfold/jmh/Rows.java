package dev.tenfold.jmh;

import dev.tenfold.run.Better;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Series;
import dev.tenfold.run.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a file tells of one metric of one benchmark: a row for each fork, and of sampled latencies
 * the percentiles of each fork too.
 *
 * @param unit as the file spells it
 * @param rows in the order of the forks; those that hold no finite number are left out
 * @param percentiles for each row those of {@link Percentiles#KEPT}; empty but for histograms
 */
record Rows(String unit, List<Row> rows, List<double[]> percentiles) {

  boolean isHistogram() {
    return !percentiles.isEmpty();
  }

  Series series(Metric metric) {
    List<Fork> forks = new ArrayList<>(rows.size());
    for (Row row : rows) {
      forks.add(row.fork(metric.better()));
    }
    return new Series(metric, forks);
  }

  /** The percentiles as metrics of their own; of a histogram only. */
  List<Series> percentileSeries() {
    Unit parsed = Unit.of(unit);
    return IntStream.range(0, Percentiles.KEPT.size())
        .mapToObj(
            p ->
                new Series(
                    new Metric(Percentiles.KEPT.get(p), parsed, Better.LOWER), percentileForks(p)))
        .toList();
  }

  private List<Fork> percentileForks(int p) {
    return IntStream.range(0, rows.size())
        .mapToObj(
            fork -> {
              double value = percentiles.get(fork)[p];
              return Fork.summary(rows.get(fork).iterations(), value, value);
            })
        .toList();
  }
}
