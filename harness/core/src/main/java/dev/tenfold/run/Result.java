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
 */
public record Result(
    BenchmarkId id, Settings settings, Jvm jvm, Series score, SortedMap<String, Series> secondary) {

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

  /** This result without the iterations of its forks. */
  public Result summarised() {
    SortedMap<String, Series> summaries = new TreeMap<>();
    secondary.forEach((name, series) -> summaries.put(name, series.summarised()));
    return new Result(id, settings, jvm, score.summarised(), summaries);
  }
}
