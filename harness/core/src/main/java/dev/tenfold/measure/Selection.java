package dev.tenfold.measure;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which benchmarks of a jar are measured.
 *
 * @param includes a benchmark is in if one of these matches it; empty means all
 * @param excludes and none of these does
 * @param params values to take in place of the declared ones, by parameter name (JMH's {@code -p})
 * @param threads in place of the declared number (JMH's {@code -t})
 * @param modes of which a benchmark must have one (JMH's {@code -bm}); empty means all
 * @param requirements without which a benchmark is left out
 */
public record Selection(
    List<Glob> includes,
    List<Glob> excludes,
    Map<String, List<String>> params,
    OptionalInt threads,
    Set<Mode> modes,
    List<Requirement> requirements) {

  public Selection {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    params = Map.copyOf(params);
    modes = Set.copyOf(modes);
    requirements = List.copyOf(requirements);
  }

  /** A selection of benchmarks that need nothing of the JVM. */
  public Selection(
      List<Glob> includes,
      List<Glob> excludes,
      Map<String, List<String>> params,
      OptionalInt threads,
      Set<Mode> modes) {
    this(includes, excludes, params, threads, modes, List.of());
  }

  /** Everything, as the annotations say. */
  public static Selection all() {
    return new Selection(List.of(), List.of(), Map.of(), OptionalInt.empty(), Set.of());
  }

  /** The same selection of what matches one of these. */
  public Selection including(List<Glob> globs) {
    return new Selection(globs, excludes, params, threads, modes, requirements);
  }

  /** The same selection, in which some benchmarks need something of the JVM. */
  public Selection requiring(List<Requirement> others) {
    return new Selection(includes, excludes, params, threads, modes, others);
  }

  /**
   * The same selection in a JVM of this feature release: what needs a later one is excluded.
   *
   * @param java such as 17
   */
  public Selection in(int java) {
    List<Glob> fewer = new ArrayList<>(excludes);
    unmet(java).forEach(each -> fewer.add(each.benchmarks()));
    return new Selection(includes, fewer, params, threads, modes, requirements);
  }

  /** What a JVM of this feature release does not meet. */
  public List<Requirement> unmet(int java) {
    return requirements.stream().filter(each -> each.java() > java).toList();
  }

  List<Task> from(List<Benchmark> catalogue, ForkOptions options) {
    List<Task> tasks = new ArrayList<>();
    for (Benchmark benchmark : catalogue) {
      if ((modes.isEmpty() || modes.contains(benchmark.mode())) && mayTake(benchmark.method())) {
        Shape shape = options.shape(benchmark.declared());
        benchmark.ids(params, threads).stream()
            .filter(this::takes)
            .forEach(id -> tasks.add(new Task(id, shape)));
      }
    }
    return tasks;
  }

  /** Whether an identity of this method may be taken, whatever its parameters are. */
  private boolean mayTake(String method) {
    return (includes.isEmpty() || includes.stream().anyMatch(glob -> glob.mayMatch(method)))
        && excludes.stream().noneMatch(glob -> glob.matches(method));
  }

  private boolean takes(BenchmarkId id) {
    return (includes.isEmpty() || includes.stream().anyMatch(glob -> glob.matches(id)))
        && excludes.stream().noneMatch(glob -> glob.matches(id));
  }

  /**
   * What of a run this selection would have measured, so that what was not asked for does not count
   * as removed.
   */
  public Run of(Run run) {
    return new Run(
        run.origin(),
        run.results().stream().filter(result -> covers(result.id())).toList(),
        run.failures().stream().filter(failure -> covers(failure.id())).toList());
  }

  private boolean covers(BenchmarkId id) {
    return takes(id)
        && (modes.isEmpty() || modes.contains(id.mode()))
        && params.entrySet().stream()
            .allMatch(
                param -> {
                  String value = id.params().get(param.getKey());
                  return value == null || param.getValue().contains(value);
                });
  }
}
