package dev.tenfold.check;

import dev.tenfold.measure.Bench;
import dev.tenfold.measure.Measured;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Forks that are measured when they are asked for. */
final class MeasuredForks implements ForkSource {
  private final Bench bench;
  private final Agenda agenda;
  private final Machine machine;
  private final Output output;

  /**
   * Takes what is on an agenda to a bench.
   *
   * @param output gets the head's numbers in JMH's own form
   */
  MeasuredForks(Bench bench, Agenda agenda, Machine machine, Output output) {
    this.bench = bench;
    this.agenda = agenda;
    this.machine = machine;
    this.output = output;
  }

  /** What is known where nothing is left to measure. */
  Material nothing() {
    Run base = new Run(bench.origin(Side.BASE, machine), List.of(), removed());
    Run head = new Run(bench.origin(Side.HEAD, machine), List.of(), List.of(), agenda.spared());
    return new Material(Optional.of(base), head, Optional.empty());
  }

  /** What the head no longer has is not measured, but must not be forgotten either. */
  private List<Failure> removed() {
    List<Task> both = agenda.both();
    return agenda.bases().stream()
        .filter(task -> !both.contains(task))
        .map(task -> new Failure(task.id(), "The head does not have it, so it was not measured."))
        .toList();
  }

  @Override
  public Leg screening() {
    Map<Side, List<Task>> tasks = Map.of(Side.BASE, agenda.both(), Side.HEAD, agenda.heads());
    return new Measuring(bench.stage("screening", tasks, Looks.ONCE), true);
  }

  @Override
  public Leg confirming(Looks looks) {
    Map<Side, List<Task>> tasks = Map.of(Side.BASE, agenda.both(), Side.HEAD, agenda.both());
    return new Measuring(bench.stage("confirming", tasks, looks), false);
  }

  private final class Measuring implements Leg {
    private final Stage stage;
    private final boolean screening;

    Measuring(Stage stage, boolean screening) {
      this.stage = stage;
      this.screening = screening;
    }

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
      Run base = of(Side.BASE, measured).run();
      Measured head = of(Side.HEAD, measured);
      if (!screening) {
        return new Sides(base, head.run());
      }
      output.jmh(head.entries());
      List<Failure> failures = new ArrayList<>(base.failures());
      failures.addAll(removed());
      return new Sides(
          new Run(base.origin(), base.results(), failures), head.run().sparing(agenda.spared()));
    }

    private static Measured of(Side side, Map<Side, Measured> measured) {
      return Objects.requireNonNull(measured.get(side));
    }
  }
}
