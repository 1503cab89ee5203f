package dev.tenfold.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a session is to measure.
 *
 * @param jars one, or the two that take their forks alternately
 * @param tasks for each side; what stands under both is measured side by side
 * @param forks of each benchmark, on each side
 * @param options of every fork
 * @param seed of the order of the benchmarks, which is drawn anew in each round
 */
public record Plan(
    Map<Side, BenchmarkJar> jars,
    Map<Side, List<Task>> tasks,
    int forks,
    ForkOptions options,
    long seed) {

  public Plan {
    if (forks < 1) {
      throw new IllegalArgumentException("A plan has at least one fork, not " + forks);
    }
    if (!jars.keySet().equals(tasks.keySet()) || jars.isEmpty()) {
      throw new IllegalArgumentException("Each side has a jar and tasks.");
    }
    jars = new EnumMap<>(jars);
    tasks = new EnumMap<>(tasks);
  }
}
