package dev.tenfold.compare;

import dev.tenfold.compare.Difference.Estimates;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Better;
import dev.tenfold.run.Failure;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Series;
import dev.tenfold.run.Spared;
import dev.tenfold.run.Unit;
import dev.tenfold.stats.Contrast;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds two runs against each other. */
public final class Comparer {
  private static final String UNMEASURED =
      "The %s did not measure it, because it ran the same code as what that was compared with. Measure all with --no-identity.";

  private static final String ALLOCATION_RATE = "gc.alloc.rate";

  private final Run base;
  private final Run head;
  private final Terms terms;
  private final List<Difference> differences = new ArrayList<>();
  private final List<Exclusion> exclusions = new ArrayList<>();

  private Comparer(Run base, Run head, Terms terms) {
    this.base = base;
    this.head = head;
    this.terms = terms;
  }

  /** Everything that stood in either run is a difference or an exclusion of the result. */
  public static Comparison compare(Run base, Run head, Terms terms) {
    return new Comparer(base, head, terms).compare();
  }

  private Comparison compare() {
    Map<BenchmarkId, Result> bases = byId(base);
    Map<BenchmarkId, Result> heads = byId(head);
    Map<String, Deque<BenchmarkId>> removed = new TreeMap<>();
    Set<BenchmarkId> known = new TreeSet<>(heads.keySet());
    for (Spared spared : head.spared()) {
      known.add(spared.id());
      bases.remove(spared.id());
      heads.remove(spared.id());
      if (terms.kind() == Kind.SIDE_BY_SIDE) {
        exclude(spared.id(), Exclusion.Kind.IDENTICAL, spared.because());
      } else {
        exclude(spared.id(), Exclusion.Kind.INCOMPARABLE, UNMEASURED.formatted("head"));
      }
    }
    for (Spared spared : base.spared()) {
      if (heads.remove(spared.id()) != null) {
        exclude(spared.id(), Exclusion.Kind.INCOMPARABLE, UNMEASURED.formatted("base"));
      }
    }
    head.failures().forEach(failure -> known.add(failure.id()));
    Stream.concat(
            base.failures().stream().map(Failure::id), base.results().stream().map(Result::id))
        .filter(id -> !known.contains(id))
        .distinct()
        .forEach(
            id -> removed.computeIfAbsent(id.methodAndParams(), k -> new ArrayDeque<>()).add(id));
    for (Failure failure : base.failures()) {
      if (known.contains(failure.id())) {
        failed(failure.id(), "In the base: " + failure.reason(), bases, heads);
      }
    }
    head.failures().forEach(failure -> failed(failure.id(), failure.reason(), bases, heads));
    heads.forEach(
        (id, result) ->
            Optional.ofNullable(bases.get(id))
                .ifPresentOrElse(was -> pair(was, result), () -> unmatched(result, removed)));
    removed.values().stream()
        .flatMap(Deque::stream)
        .forEach(id -> exclude(id, Exclusion.Kind.REMOVED, "It is in the base alone."));
    boolean turns = differences.stream().anyMatch(d -> d.kind() == Kind.TURNS);
    Kind kind = turns ? Kind.TURNS : terms.kind();
    return new Comparison(kind, base.origin(), head.origin(), differences, exclusions);
  }

  private static Map<BenchmarkId, Result> byId(Run run) {
    Map<BenchmarkId, Result> map = new TreeMap<>();
    run.results().forEach(result -> map.put(result.id(), result));
    return map;
  }

  private void failed(
      BenchmarkId id, String why, Map<BenchmarkId, Result> bases, Map<BenchmarkId, Result> heads) {
    bases.remove(id);
    heads.remove(id);
    if (exclusions.stream().noneMatch(exclusion -> exclusion.id().equals(id))) {
      exclude(id, Exclusion.Kind.FAILED, why);
    }
  }

  /** In the head alone; perhaps because the base has it in another mode or with other threads. */
  private void unmatched(Result result, Map<String, Deque<BenchmarkId>> removed) {
    BenchmarkId id = result.id();
    BenchmarkId was = removed.getOrDefault(id.methodAndParams(), new ArrayDeque<>()).poll();
    if (was == null) {
      exclude(
          id,
          Exclusion.Kind.ADDED,
          "It is in the head alone, with a score of %s %s."
              .formatted(rounded(result.score().score()), result.score().metric().unit()));
    } else {
      exclude(
          id,
          Exclusion.Kind.INCOMPARABLE,
          "Base and head measure different things: mode %s with threads %s -> mode %s with threads %s."
              .formatted(was.mode().label(), was.threads(), id.mode().label(), id.threads()));
    }
  }

  private static String rounded(double score) {
    return new BigDecimal(score).round(new MathContext(4)).toPlainString();
  }

  private void exclude(BenchmarkId id, Exclusion.Kind kind, String because) {
    exclusions.add(new Exclusion(id, kind, because));
  }

  private void pair(Result was, Result is) {
    Optional<String> objection =
        Comparability.objection(was, is, base.origin(), head.origin(), terms.tolerated());
    if (objection.isPresent()) {
      exclude(is.id(), Exclusion.Kind.INCOMPARABLE, objection.get());
      return;
    }
    Pairs pairs = Pairs.of(was, is);
    Optional<Series> wasAllocating = allocation(was);
    Optional<Series> isAllocating = allocation(is);
    boolean bothAllocating = wasAllocating.isPresent() && isAllocating.isPresent();
    if (bothAllocating) {
      metric(is.id(), wasAllocating.get(), isAllocating.get(), pairs, Optional.empty());
    } else if (terms.allocationOnly()) {
      exclude(
          is.id(),
          Exclusion.Kind.INCOMPARABLE,
          "Allocation was not measured on both sides, and nothing else can be compared.");
    }
    if (!terms.allocationOnly()) {
      boolean oneSided = wasAllocating.isPresent() != isAllocating.isPresent();
      Optional<Warning> doubt =
          oneSided ? Optional.of(Warning.ONE_SIDED_ALLOCATION) : Optional.empty();
      metric(is.id(), was.score(), is.score(), pairs, doubt);
      others(was, is, pairs);
    }
  }

  /** What informs beside the score and the allocation. */
  private void others(Result was, Result is, Pairs pairs) {
    for (Series series : is.secondary().values()) {
      Metric metric = series.metric();
      if (!metric.isAllocation() && metric.better() != Better.NEITHER) {
        was.series(metric.name())
            .ifPresent(other -> metric(is.id(), other, series, pairs, Optional.empty()));
      }
    }
  }

  /** JMH leaves the normalised allocation out where not a single byte was allocated. */
  private static Optional<Series> allocation(Result result) {
    Metric none = Metric.secondary(Metric.ALLOCATION, Unit.of("B/op"));
    return result
        .series(Metric.ALLOCATION)
        .or(
            () ->
                result
                    .series(ALLOCATION_RATE)
                    .filter(rate -> rate.forks().stream().allMatch(fork -> fork.mean() == 0))
                    .map(rate -> new Series(none, rate.forks())));
  }

  private void metric(BenchmarkId id, Series was, Series is, Pairs pairs, Optional<Warning> doubt) {
    Optional<Double> factor = was.metric().unit().factorTo(is.metric().unit());
    if (factor.isEmpty()) {
      if (is.metric().isScore()) {
        exclude(
            id,
            Exclusion.Kind.INCOMPARABLE,
            "The unit changed from %s to %s, which do not convert."
                .formatted(was.metric().unit(), is.metric().unit()));
      }
      return;
    }
    EnumSet<Warning> warnings = EnumSet.noneOf(Warning.class);
    doubt.ifPresent(warnings::add);
    List<Fork> bases = was.forks();
    if (factor.get() != 1) {
      bases = bases.stream().map(fork -> fork.scaled(factor.get())).toList();
      warnings.add(Warning.UNIT_CONVERTED);
    }
    List<Fork> heads = is.forks();
    // Of two sessions the numbers of pairs are the same, and from one seed the orders are too.
    boolean together = terms.kind() == Kind.SIDE_BY_SIDE;
    boolean paired = together && !pairs.isEmpty() && pairs.fit(bases, heads);
    if (paired) {
      bases = pairs.ofBase(bases);
      heads = pairs.ofHead(heads);
    } else if (together) {
      warnings.add(Warning.WHOLE_FORKS);
    }
    Kind kind = paired ? Kind.TURNS : terms.kind();
    double share = pairs.looks().share(heads.size());
    differences.add(difference(id, is.metric(), kind, bases, heads, share, warnings));
  }

  private Difference difference(
      BenchmarkId id,
      Metric metric,
      Kind kind,
      List<Fork> bases,
      List<Fork> heads,
      double share,
      EnumSet<Warning> warnings) {
    Scale scale = scale(metric, bases, heads, warnings);
    if (terms.kind() == Kind.STORED && !metric.isAllocation()) {
      warnings.add(Warning.OTHER_MOMENT);
    }
    Optional<Estimates> estimates = Optional.empty();
    if (bases.size() < 2 || heads.size() < 2) {
      warnings.add(Warning.ONE_FORK);
    } else {
      boolean turns = kind == Kind.TURNS;
      Contrast quartile =
          turns
              ? PairContrasts.middles(metric, scale, bases, heads)
              : ForkContrasts.contrast(metric, scale, bases, heads, Fork::quartile);
      Contrast mean =
          turns
              ? PairContrasts.means(metric, scale, bases, heads)
              : ForkContrasts.contrast(metric, scale, bases, heads, Fork::mean);
      if (!metric.isAllocation() && same(bases) && same(heads)) {
        warnings.add(Warning.NO_SPREAD);
      }
      estimates = Optional.of(new Estimates(quartile, mean, share));
    }
    Level base = ForkContrasts.level(scale, bases);
    Level head = ForkContrasts.level(scale, heads);
    if (estimates.isPresent() && !metric.isAllocation()) {
      // A spread is a share of the level; on the log scale that is what it adds as it stands.
      double level = scale == Scale.LOG_RATIO ? 1 : Math.abs(base.typical());
      estimates = Optional.of(widened(id, level, estimates.get(), warnings));
    }
    return new Difference(id, metric, kind, base, head, scale, estimates, warnings);
  }

  private static Scale scale(
      Metric metric, List<Fork> bases, List<Fork> heads, EnumSet<Warning> warnings) {
    if (metric.isAllocation()) {
      return Scale.DIFFERENCE;
    }
    boolean positive = Stream.concat(bases.stream(), heads.stream()).allMatch(Comparer::isPositive);
    if (!positive) {
      warnings.add(Warning.NOT_POSITIVE);
      return Scale.DIFFERENCE;
    }
    return Scale.LOG_RATIO;
  }

  private static boolean isPositive(Fork fork) {
    return fork.mean() > 0
        && fork.quartile() > 0
        && Arrays.stream(fork.scores()).allMatch(score -> score > 0);
  }

  private static boolean same(List<Fork> forks) {
    return forks.stream().mapToDouble(Fork::quartile).distinct().count() == 1;
  }

  private Estimates widened(
      BenchmarkId id, double level, Estimates estimates, EnumSet<Warning> warnings) {
    Optional<SessionSpread.Spread> spread = terms.spread().of(id);
    if (spread.isEmpty()) {
      return estimates;
    }
    if (spread.get().isStated()) {
      warnings.add(Warning.STATED_SPREAD);
    }
    // Each of the two sessions lies somewhere around the long-run level, so the spread counts
    // twice.
    double error = Math.sqrt(2) * spread.get().standardDeviation() * level;
    double freedom = spread.get().degreesOfFreedom();
    return new Estimates(
        estimates.quartile().widened(error, freedom),
        estimates.mean().widened(error, freedom),
        estimates.share());
  }
}
