package dev.tenfold.run;

import java.util.List;

/**
 * One metric of one benchmark, fork by fork.
 *
 * @param metric what the scores are
 * @param forks at least one, in the order in which they were measured
 */
public record Series(Metric metric, List<Fork> forks) {
  public Series {
    if (forks.isEmpty()) {
      throw new IllegalArgumentException("A series of " + metric.name() + " has no fork.");
    }
    forks = List.copyOf(forks);
  }

  /** The mean over the forks of their means. */
  public double score() {
    return forks.stream().mapToDouble(Fork::mean).average().orElseThrow();
  }

  /** The first forks; all if there are no more. */
  Series first(int count) {
    return count >= forks.size() ? this : new Series(metric, forks.subList(0, count));
  }

  /** This series without the iterations of its forks. */
  public Series summarised() {
    return new Series(metric, forks.stream().map(Fork::summarised).toList());
  }
}
