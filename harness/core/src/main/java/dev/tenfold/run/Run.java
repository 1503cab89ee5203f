package dev.tenfold.run;

import java.util.Comparator;
import java.util.List;

/**
 * What measuring one jar on one machine gave.
 *
 * @param origin where the numbers come from
 * @param results sorted by identity, each identity once
 * @param failures what was expected and not measured whole, sorted by identity; the forks that such
 *     a benchmark did finish are kept among the results, so that nothing measured is lost
 * @param spared what did not have to be measured, sorted by identity
 */
public record Run(
    Origin origin, List<Result> results, List<Failure> failures, List<Spared> spared) {
  public Run {
    spared = spared.stream().sorted(Comparator.comparing(Spared::id)).toList();
    results = results.stream().sorted(Comparator.comparing(Result::id)).toList();
    failures = failures.stream().sorted(Comparator.comparing(Failure::id)).toList();
    once(results.stream().map(Result::id).toList());
    once(failures.stream().map(Failure::id).toList());
    once(spared.stream().map(Spared::id).toList());
  }

  /** A run in which nothing was spared. */
  public Run(Origin origin, List<Result> results, List<Failure> failures) {
    this(origin, results, failures, List.of());
  }

  /** This run, and what did not have to be measured. */
  public Run sparing(List<Spared> identical) {
    return new Run(origin, results, failures, identical);
  }

  private static void once(List<BenchmarkId> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).equals(sorted.get(i - 1))) {
        throw new InputException(
            "%s stands twice in one run; which of the two counts cannot be known."
                .formatted(sorted.get(i)));
      }
    }
  }

  /**
   * What this run knew after so many forks: the results that have them, with no more.
   *
   * @param forks at least 1
   */
  public Run after(int forks) {
    return new Run(
        origin,
        results.stream()
            .filter(result -> result.score().forks().size() >= forks)
            .map(result -> result.first(forks))
            .toList(),
        failures,
        spared);
  }

  /** This run without the iterations of its forks: what a baseline keeps. */
  public Run summarised() {
    return new Run(origin, results.stream().map(Result::summarised).toList(), failures, spared);
  }
}
