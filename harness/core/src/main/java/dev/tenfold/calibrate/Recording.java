package dev.tenfold.calibrate;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Better;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Result;
import dev.tenfold.run.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The forks of one benchmark in which, by the word of the user, nothing changed: from them base and
 * head are drawn.
 *
 * @param recorded what was recorded; its iterations and secondary metrics are left out
 * @param forks the pseudo-forks that a {@link Cut} made of it
 */
public record Recording(Result recorded, List<Fork> forks) {
  public Recording {
    recorded =
        new Result(
            recorded.id(),
            recorded.settings(),
            recorded.jvm(),
            recorded.score().summarised(),
            Collections.emptySortedMap());
    forks = List.copyOf(forks);
  }

  public BenchmarkId id() {
    return recorded.id();
  }

  public Metric metric() {
    return recorded.score().metric();
  }

  /**
   * What measuring would have given.
   *
   * @param chosen numbers of pseudo-forks
   * @param factor how many times as slow the code had been
   */
  Result measured(int[] chosen, double factor) {
    boolean rate = metric().better() == Better.HIGHER;
    double scale = rate ? 1 / factor : factor;
    List<Fork> measured = new ArrayList<>();
    for (int number : chosen) {
      Fork fork = forks.get(number);
      measured.add(scale == 1 ? fork : fork.scaled(scale));
    }
    return new Result(
        recorded.id(),
        recorded.settings(),
        recorded.jvm(),
        new Series(metric(), measured),
        recorded.secondary());
  }
}
