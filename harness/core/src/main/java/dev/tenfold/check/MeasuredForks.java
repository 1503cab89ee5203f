package dev.tenfold.check;

import dev.tenfold.measure.Bench;
import dev.tenfold.measure.Measured;
import dev.tenfold.measure.Selection;
import dev.tenfold.measure.Side;
import dev.tenfold.measure.Stage;
import dev.tenfold.measure.Task;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Failure;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Forks that are measured when they are asked for. */
final class MeasuredForks implements ForkSource {
  private final Bench bench;
  private final Machine machine;
  private final List<Task> heads;
  private final List<Task> both;
  private final List<Failure> removed = new ArrayList<>();

  MeasuredForks(Bench bench, Selection selection, Machine machine) {
    this.bench = bench;
    this.machine = machine;
    this.heads = bench.tasks(Side.HEAD, selection);
    List<Task> bases = bench.tasks(Side.BASE, selection);
    Set<BenchmarkId> known = new HashSet<>();
    heads.forEach(task -> known.add(task.id()));
    this.both = bases.stream().filter(task -> known.contains(task.id())).toList();
    // What the head no longer has is not measured, but must not be forgotten either.
    for (Task task : bases) {
      if (!known.contains(task.id())) {
        removed.add(new Failure(task.id(), "The head does not have it, so it was not measured."));
      }
    }
  }

  @Override
  public Leg screening() {
    Map<Side, List<Task>> tasks = Map.of(Side.BASE, both, Side.HEAD, heads);
    return new Measuring(bench.stage("screening", tasks, Looks.ONCE), machine, removed);
  }

  @Override
  public Leg confirming(Looks looks) {
    Map<Side, List<Task>> tasks = Map.of(Side.BASE, both, Side.HEAD, both);
    return new Measuring(bench.stage("confirming", tasks, looks), machine, List.of());
  }

  private record Measuring(Stage stage, Machine machine, List<Failure> removed) implements Leg {

    @Override
    public Collection<BenchmarkId> benchmarks() {
      return stage.benchmarks();
    }

    @Override
    public int taken(BenchmarkId id) {
      return stage.taken(id);
    }

    @Override
    public Duration took() {
      return stage.took();
    }

    @Override
    public void until(int forks, Collection<BenchmarkId> ids, String what) {
      stage.until(forks, ids, what);
    }

    @Override
    public Sides sides() {
      Map<Side, Measured> measured = stage.measured(machine);
      Run base = of(Side.BASE, measured);
      List<Failure> failures = new ArrayList<>(base.failures());
      failures.addAll(removed);
      return new Sides(new Run(base.origin(), base.results(), failures), of(Side.HEAD, measured));
    }

    private static Run of(Side side, Map<Side, Measured> measured) {
      return Objects.requireNonNull(measured.get(side)).run();
    }
  }
}
