package dev.tenfold.html;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Conditions;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one stage of a check gave of one benchmark. A side may be missing, or both.
 *
 * @param name of the stage, for people
 * @param base what the base gave
 * @param head what the head gave
 */
record Leg(String name, Optional<Result> base, Optional<Result> head) {
  static final String SCREENING = "screening";
  static final String FRESH = "fresh forks";

  /** The legs of every benchmark, at hand by its identity. */
  record Book(
      Map<BenchmarkId, Result> base,
      Map<BenchmarkId, Result> head,
      Map<BenchmarkId, Result> freshBase,
      Map<BenchmarkId, Result> freshHead) {

    static Book of(Runs runs) {
      return new Book(
          byId(runs.base()), byId(runs.head()), byId(runs.freshBase()), byId(runs.freshHead()));
    }

    private static Map<BenchmarkId, Result> byId(Optional<Run> run) {
      Map<BenchmarkId, Result> results = new HashMap<>();
      run.ifPresent(known -> known.results().forEach(each -> results.put(each.id(), each)));
      return results;
    }

    /** The screening and the confirmation of a benchmark; those that took forks of it. */
    List<Leg> of(BenchmarkId id) {
      return Stream.of(
              new Leg(SCREENING, get(base, id), get(head, id)),
              new Leg(FRESH, get(freshBase, id), get(freshHead, id)))
          .filter(leg -> leg.size() > 0)
          .toList();
    }

    private static Optional<Result> get(Map<BenchmarkId, Result> results, BenchmarkId id) {
      return Optional.ofNullable(results.get(id));
    }
  }

  /** The head, or the base where there is no head. */
  Optional<Result> any() {
    return head.or(() -> base);
  }

  /** The number of forks of the side that has more. */
  int size() {
    return Stream.of(base, head)
        .flatMap(Optional::stream)
        .mapToInt(result -> result.score().forks().size())
        .max()
        .orElse(0);
  }

  /**
   * The forks of a side in the unit of a metric; none if it was not measured or does not convert.
   */
  static List<Fork> forks(Optional<Result> side, Metric metric) {
    return side.flatMap(result -> result.series(metric.name()))
        .flatMap(
            series ->
                series
                    .metric()
                    .unit()
                    .factorTo(metric.unit())
                    .map(
                        factor ->
                            factor == 1
                                ? series.forks()
                                : series.forks().stream().map(f -> f.scaled(factor)).toList()))
        .orElse(List.of());
  }

  /** What else the machine did during each fork, as far as it is known. */
  List<Conditions> conditions() {
    return any().map(result -> result.circumstances().conditions()).orElse(List.of());
  }
}
