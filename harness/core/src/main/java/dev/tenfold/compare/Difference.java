package dev.tenfold.compare;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Metric;
import dev.tenfold.stats.Contrast;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * One metric of one benchmark in both runs.
 *
 * <p>The two contrasts are on the scale of {@link #scale()} and point to the worse: a positive
 * estimate is a loss whichever way the metric gets better. {@code quartile} rests on each fork's
 * quiet quartile, or where forks took turns on each pair's median over the rounds, and sees small
 * shifts of everything; {@code mean} rests on each fork's mean and sees what hits some of the
 * iterations only.
 *
 * @param id which benchmark
 * @param metric in the unit of the head
 * @param kind how the numbers came about
 * @param base where the base stands, in that unit
 * @param head where the head stands
 * @param scale of the contrasts
 * @param estimates the two contrasts; absent where there is one fork only
 * @param warnings doubts about this difference
 */
public record Difference(
    BenchmarkId id,
    Metric metric,
    Kind kind,
    Level base,
    Level head,
    Scale scale,
    java.util.Optional<Estimates> estimates,
    Set<Warning> warnings) {

  /**
   * The change seen by two eyes.
   *
   * @param quartile of the forks' quiet quartiles, or of the pairs' medians
   * @param mean of the forks' means
   * @param share of the error that is allowed in all, what a claim from these forks may use: less
   *     than 1 where they were looked at more than once
   */
  public record Estimates(Contrast quartile, Contrast mean, double share) {}

  public Difference {
    warnings =
        warnings.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(warnings));
  }

  /** The same difference with one more doubt. */
  public Difference with(Warning warning) {
    EnumSet<Warning> more = EnumSet.of(warning);
    more.addAll(warnings);
    return new Difference(id, metric, kind, base, head, scale, estimates, more);
  }
}
