package dev.tenfold.compare;

import dev.tenfold.run.Origin;
import java.util.Comparator;
import java.util.List;

/**
 * Two runs held against each other.
 *
 * @param kind how the runs came about
 * @param base where the numbers of the base come from
 * @param head where those of the head come from
 * @param differences sorted by benchmark, then metric
 * @param exclusions what could not be compared, sorted by benchmark
 */
public record Comparison(
    Kind kind, Origin base, Origin head, List<Difference> differences, List<Exclusion> exclusions) {
  public Comparison {
    differences =
        differences.stream()
            .sorted(Comparator.comparing(Difference::id).thenComparing(Difference::metric))
            .toList();
    exclusions = exclusions.stream().sorted(Comparator.comparing(Exclusion::id)).toList();
  }
}
