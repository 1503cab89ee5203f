package dev.tenfold.check;

import dev.tenfold.measure.Shard;
import dev.tenfold.measure.Task;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Failure;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Spared;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is measured: of a suite, or of a shard of it.
 *
 * @param bases in the jar of the base; none if that is not measured
 * @param heads in the jar of the head
 * @param stored numbers that the head is compared with; empty if there are none
 * @param suite every benchmark that either side has, those of other shards too
 * @param shard of the suite; empty for the whole
 * @param spared what need not be measured, because it runs the same code on both sides
 */
record Agenda(
    List<Task> bases,
    List<Task> heads,
    Optional<Run> stored,
    SortedSet<BenchmarkId> suite,
    Optional<Shard> shard,
    List<Spared> spared) {

  /** What there is to measure of all that is selected. */
  static Agenda of(
      List<Task> bases, List<Task> heads, Optional<Run> stored, Optional<Shard> shard) {
    SortedSet<BenchmarkId> suite = new TreeSet<>(ids(bases));
    suite.addAll(ids(heads));
    stored.ifPresent(run -> run.results().forEach(result -> suite.add(result.id())));
    stored.ifPresent(run -> run.failures().forEach(failure -> suite.add(failure.id())));
    SortedSet<BenchmarkId> mine = shard.map(share -> share.of(suite)).orElse(suite);
    return new Agenda(
        only(bases, mine),
        only(heads, mine),
        stored.map(r -> only(r, mine)),
        suite,
        shard,
        List.of());
  }

  /** The same without what runs the same code on both sides. */
  Agenda sparing(List<Spared> identical) {
    Set<BenchmarkId> ids = identical.stream().map(Spared::id).collect(Collectors.toSet());
    return new Agenda(without(ids, bases), without(ids, heads), stored, suite, shard, identical);
  }

  /** Whether there is nothing to measure: it lies in other shards, cannot differ, or is gone. */
  boolean isDone() {
    return heads.isEmpty() && !suite.isEmpty();
  }

  /** What is measured side by side. */
  List<Task> both() {
    return only(bases, ids(heads));
  }

  /** The tasks of these benchmarks. */
  static List<Task> only(List<Task> tasks, Collection<BenchmarkId> ids) {
    return tasks.stream().filter(task -> ids.contains(task.id())).toList();
  }

  private static List<Task> without(Set<BenchmarkId> ids, List<Task> tasks) {
    return tasks.stream().filter(task -> !ids.contains(task.id())).toList();
  }

  private static Run only(Run run, Set<BenchmarkId> ids) {
    List<Result> results = run.results().stream().filter(r -> ids.contains(r.id())).toList();
    List<Failure> failures = run.failures().stream().filter(f -> ids.contains(f.id())).toList();
    return new Run(run.origin(), results, failures);
  }

  private static Set<BenchmarkId> ids(List<Task> tasks) {
    return tasks.stream().map(Task::id).collect(Collectors.toSet());
  }
}
