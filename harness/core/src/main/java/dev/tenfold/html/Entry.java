package dev.tenfold.html;

import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Scale;
import dev.tenfold.compare.Warning;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.judge.Outcome;
import dev.tenfold.report.Figures;
import dev.tenfold.report.Row;
import dev.tenfold.report.Row.Cells;
import dev.tenfold.terminal.Visible;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A finding as a row of the table.
 *
 * @param row what all documents say of it
 * @param place its number in the order of reading, from 1
 * @param anchor where its benchmark is told of
 */
record Entry(Row row, int place, String anchor) {
  /** So many rows are shown before somebody asks for all: those are laid out in a moment. */
  static final int FIRST = 200;

  private static final double SMALLEST_P = 1e-6;

  /** The benchmark, and what of it where that is not the score. */
  String name() {
    return row.label(HtmlReport::shown);
  }

  /** Whether its row is not shown at first. */
  boolean isLater() {
    return place > FIRST;
  }

  Outcome outcome() {
    return row.outcome();
  }

  String key() {
    return key(row.outcome());
  }

  /** The word by which the script knows an outcome. */
  static String key(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  Look look() {
    return Look.of(row.outcome());
  }

  Optional<Cells> cells() {
    return row.cells();
  }

  /** The change with its interval and what it means; empty without numbers. */
  String change() {
    return row.cells().map(cells -> (row.meaning() + " " + cells.change()).strip()).orElse("");
  }

  /** What of the benchmark it is about. */
  String subject() {
    return row.finding().subject().toString();
  }

  /** As much of the reason as a cell holds. */
  String shortly() {
    return HtmlReport.shown(row.finding().because());
  }

  /** Whole, because it may hold what a broken benchmark said last. */
  String because() {
    return Visible.of(row.finding().because());
  }

  /** Which estimate decided. */
  String decided() {
    return evidence().map(e -> e.estimator().name().toLowerCase(Locale.ROOT)).orElse("");
  }

  /** The corrected one-sided p against "nothing got worse". */
  String p() {
    return evidence()
        .map(e -> e.p() < SMALLEST_P ? "below 0.0001 %" : Figures.share(e.p()))
        .orElse("");
  }

  List<String> doubts() {
    return evidence()
        .map(e -> e.difference().warnings().stream().map(Warning::text).toList())
        .orElse(List.of());
  }

  String baseKey() {
    return sortKey(e -> e.base() * e.difference().metric().unit().scale());
  }

  String headKey() {
    return sortKey(e -> e.head() * e.difference().metric().unit().scale());
  }

  String changeKey() {
    return sortKey(e -> relative(e, e.change()));
  }

  String forksKey() {
    return sortKey(e -> e.difference().base().forks() + e.difference().head().forks());
  }

  String seesKey() {
    return sortKey(e -> relative(e, e.sight().smallestVisible()));
  }

  /** A number that the script can sort by; empty where there is none. */
  private String sortKey(ToDoubleFunction<Evidence> number) {
    return evidence().map(e -> Float.toString((float) number.applyAsDouble(e))).orElse("");
  }

  /** Differences in units of the base, so that they stand among the ratios. */
  private static double relative(Evidence evidence, double value) {
    Difference difference = evidence.difference();
    return difference.scale() == Scale.LOG_RATIO || value == 0
        ? value
        : value / Math.abs(evidence.base());
  }

  private Optional<Evidence> evidence() {
    return row.finding().evidence();
  }
}
