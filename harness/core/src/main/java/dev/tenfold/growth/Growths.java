package dev.tenfold.growth;

import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Scale;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Better;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.stats.Contrast;
import dev.tenfold.stats.Contrasts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the benchmarks that were measured at several sizes, and how they grow. */
public final class Growths {
  /** Two sizes lie on every curve. */
  private static final int FEWEST_SIZES = 3;

  /** Over less than that, n and n log n can hardly be told apart. */
  private static final double LEAST_RANGE = 8;

  private Growths() {}

  /**
   * The growth of every benchmark of the head that has one of these parameters with at least three
   * sizes, the largest at least eight times the smallest.
   *
   * @param base empty if there is none
   * @param comparison of the two; without differences if there is no base
   * @param params names of parameters whose values are sizes
   */
  public static List<Growth> of(
      Optional<Run> base, Run head, Comparison comparison, Collection<String> params) {
    Map<BenchmarkId, Result> bases = new HashMap<>();
    base.ifPresent(run -> run.results().forEach(result -> bases.put(result.id(), result)));
    Map<BenchmarkId, Contrast> worse = new HashMap<>();
    comparison.differences().stream()
        .filter(each -> each.metric().isScore() && each.scale() == Scale.LOG_RATIO)
        .forEach(each -> each.estimates().ifPresent(both -> worse.put(each.id(), both.quartile())));
    List<Growth> growths = new ArrayList<>();
    for (String param : params) {
      families(head, param)
          .values()
          .forEach(family -> growth(param, family, bases, worse).ifPresent(growths::add));
    }
    return growths;
  }

  /** What differs in this parameter alone, by size. */
  private static SortedMap<BenchmarkId, SortedMap<Double, Result>> families(Run run, String param) {
    SortedMap<BenchmarkId, SortedMap<Double, Result>> families = new TreeMap<>();
    for (Result result : run.results()) {
      OptionalDouble size = size(result.id().params().get(param));
      if (size.isPresent() && isTime(result)) {
        families
            .computeIfAbsent(Growth.without(result.id(), param), any -> new TreeMap<>())
            .put(size.getAsDouble(), result);
      }
    }
    return families;
  }

  /** The size that such a value of a parameter says; empty if it says none. */
  static OptionalDouble size(@Nullable String value) {
    return value != null && value.matches("[0-9]{1,15}") && !value.matches("0+")
        ? OptionalDouble.of(Double.parseDouble(value))
        : OptionalDouble.empty();
  }

  /** Whether its scores have logarithms. */
  private static boolean isTime(Result result) {
    return result.score().metric().better() != Better.NEITHER
        && result.score().forks().stream().allMatch(fork -> fork.quartile() > 0);
  }

  private static Optional<Growth> growth(
      String param,
      SortedMap<Double, Result> family,
      Map<BenchmarkId, Result> bases,
      Map<BenchmarkId, Contrast> worse) {
    if (family.size() < FEWEST_SIZES || family.lastKey() < LEAST_RANGE * family.firstKey()) {
      return Optional.empty();
    }
    List<Double> sizes = List.copyOf(family.keySet());
    List<Result> heads = List.copyOf(family.values());
    List<BenchmarkId> ids = heads.stream().map(Result::id).toList();
    List<Result> was =
        ids.stream().flatMap(id -> Optional.ofNullable(bases.get(id)).stream()).toList();
    List<Contrast> steps =
        ids.stream().flatMap(id -> Optional.ofNullable(worse.get(id)).stream()).toList();
    boolean known = was.size() == sizes.size() && was.stream().allMatch(Growths::isTime);
    return Optional.of(
        new Growth(
            ids.get(ids.size() - 1),
            param,
            sizes,
            known ? Optional.of(fit(sizes, was)) : Optional.empty(),
            fit(sizes, heads),
            known && steps.size() == sizes.size()
                ? Optional.of(Contrasts.slope(logs(sizes), steps))
                : Optional.empty()));
  }

  private static double[] logs(List<Double> sizes) {
    return sizes.stream().mapToDouble(Math::log).toArray();
  }

  private static Fit fit(List<Double> sizes, List<Result> results) {
    double[] levels = new double[sizes.size()];
    double[] errors = new double[sizes.size()];
    for (int i = 0; i < levels.length; i++) {
      double[] logs = logTimes(results.get(i));
      levels[i] = Arrays.stream(logs).average().orElseThrow();
      errors[i] = logs.length < 2 ? 0 : Contrasts.paired(logs, 1e-4).standardError();
    }
    return Fit.of(sizes.stream().mapToDouble(Double::doubleValue).toArray(), levels, errors);
  }

  /** The logarithm of the time of an operation, fork by fork, but for a constant. */
  private static double[] logTimes(Result result) {
    int sign = result.score().metric().better() == Better.HIGHER ? -1 : 1;
    return result.score().forks().stream()
        .mapToDouble(Fork::quartile)
        .map(level -> sign * Math.log(level))
        .toArray();
  }
}
