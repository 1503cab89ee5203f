package dev.tenfold.html;

import dev.tenfold.judge.Finding.Estimator;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Metric;
import dev.tenfold.terminal.Visible;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is told of one benchmark.
 *
 * @param id which
 * @param entries what was found of it, in the order of reading; at least one
 * @param legs its forks; none where they are not at hand
 * @param policy by which it was judged
 * @param withRounds whether the rounds of its pairs are drawn
 * @param whole whether that is told too which nobody has to read
 */
record Detail(
    BenchmarkId id,
    List<Entry> entries,
    List<Leg> legs,
    Policy policy,
    boolean withRounds,
    boolean whole) {
  private static final Set<Outcome> QUIET = EnumSet.of(Outcome.UNCHANGED, Outcome.IDENTICAL);

  String anchor() {
    return entries.get(0).anchor();
  }

  /** The name that it has in the table. */
  String name() {
    return HtmlReport.shown(entries.get(0).row().name());
  }

  /** The whole identity. */
  String fullName() {
    return Visible.of(id.text());
  }

  /** What is told of its findings. */
  List<Entry> claims() {
    return entries.stream().filter(entry -> whole || !QUIET.contains(entry.outcome())).toList();
  }

  List<Panel> panels() {
    List<Panel> panels = new ArrayList<>();
    Optional<Evidence> score = evidence(true);
    score
        .flatMap(e -> PairPanel.of(e, policy.margins(e.difference()), legs, withRounds))
        .ifPresent(panels::add);
    score
        .map(e -> e.difference().metric())
        .or(
            () ->
                legs.stream().findFirst().flatMap(Leg::any).map(result -> result.score().metric()))
        .flatMap(metric -> levels("Score", metric, score))
        .ifPresent(panels::add);
    ConditionPanel.of(legs).ifPresent(panels::add);
    // What is surely the same has nothing to show.
    Optional<Evidence> allocation = evidence(false);
    allocation
        .flatMap(e -> levels("Allocation", e.difference().metric(), allocation))
        .ifPresent(panels::add);
    return panels;
  }

  private Optional<Panel> levels(String what, Metric metric, Optional<Evidence> evidence) {
    boolean mean = evidence.filter(e -> e.estimator() == Estimator.MEAN).isPresent();
    return mean
        ? LevelPanel.of(what + " (mean)", metric, Fork::mean, legs)
        : LevelPanel.of(what + " (quiet quartile)", metric, Fork::quartile, legs);
  }

  private Optional<Evidence> evidence(boolean ofScore) {
    return entries.stream()
        .filter(entry -> ofScore || entry.outcome() != Outcome.UNCHANGED)
        .flatMap(entry -> entry.row().finding().evidence().stream())
        .filter(e -> e.difference().metric().isScore() == ofScore)
        .findFirst();
  }

  List<Fact> facts() {
    return Facts.of(legs);
  }

  /** What was measured beside the score in the forks that decided. */
  List<MetricLine> metrics() {
    return legs.isEmpty() ? List.of() : MetricLine.of(legs.get(legs.size() - 1));
  }
}
