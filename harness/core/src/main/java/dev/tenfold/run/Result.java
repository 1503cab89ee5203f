package dev.tenfold.run;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one benchmark gave.
 *
 * @param id the whole identity
 * @param settings how it was measured
 * @param jvm in which it was measured
 * @param score the primary metric
 * @param secondary every other metric, by its name
 * @param circumstances of the forks
 */
public record Result(
    BenchmarkId id,
    Settings settings,
    Jvm jvm,
    Series score,
    SortedMap<String, Series> secondary,
    Circumstances circumstances) {

  public Result {
    if (!score.metric().isScore()) {
      throw new IllegalArgumentException(score.metric().name() + " is not the score of " + id);
    }
    secondary.forEach(
        (name, series) -> {
          if (!name.equals(series.metric().name()) || series.metric().isScore()) {
            throw new IllegalArgumentException(name + " is no secondary metric of " + id);
          }
        });
    secondary =
        secondary.isEmpty()
            ? Collections.emptySortedMap()
            : Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
    int turns = circumstances.turns().size();
    if (turns > 0 && turns != score.forks().size()) {
      throw new IllegalArgumentException(
          "%s has %s forks, of which %s took turns; it is all or none."
              .formatted(id, score.forks().size(), turns));
    }
  }

  /** A result of whose forks nothing is known but their numbers. */
  public Result(
      BenchmarkId id,
      Settings settings,
      Jvm jvm,
      Series score,
      SortedMap<String, Series> secondary) {
    this(id, settings, jvm, score, secondary, Circumstances.UNKNOWN);
  }

  /** This result, and how its forks came about. */
  public Result under(Circumstances known) {
    return new Result(id, settings, jvm, score, secondary, known);
  }

  /** The score first, then the secondary metrics by name. */
  public Stream<Series> series() {
    return Stream.concat(Stream.of(score), secondary.values().stream());
  }

  /** The series of the metric of this name, if it was measured. */
  public Optional<Series> series(String name) {
    return name.equals(Metric.SCORE)
        ? Optional.of(score)
        : Optional.ofNullable(secondary.get(name));
  }

  /** What the first forks gave. */
  Result first(int forks) {
    SortedMap<String, Series> others = new TreeMap<>();
    secondary.forEach((name, series) -> others.put(name, series.first(forks)));
    return new Result(id, settings, jvm, score.first(forks), others, circumstances.first(forks));
  }

  /** This result without the iterations of its forks. */
  public Result summarised() {
    SortedMap<String, Series> summaries = new TreeMap<>();
    secondary.forEach((name, series) -> summaries.put(name, series.summarised()));
    return new Result(id, settings, jvm, score.summarised(), summaries, circumstances);
  }
}
