package dev.tenfold.check;

import dev.tenfold.check.Material.Confirmation;
import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Terms;
import dev.tenfold.compare.Tolerance;
import dev.tenfold.config.Effort;
import dev.tenfold.config.Suite;
import dev.tenfold.judge.Judge;
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
import java.util.Set;

/**
 * Measures two jars side by side until it is decided, or until the budget is spent: all in the
 * screening, the suspects again in the confirmation, and each no longer than its looks say.
 */
final class Campaign {
  /**
   * Of what is left after the planned screening, what may go into seeing the vague more sharply.
   */
  private static final double SHARE_OF_VAGUE = 0.5;

  private static final Duration FOREVER = Duration.ofDays(365);

  private final Bench bench;
  private final Agenda agenda;
  private final Suite suite;
  private final Judge judge;
  private final Machine machine;
  private final Set<Tolerance> tolerated;
  private final Output output;
  private Duration spent = Duration.ZERO;
  private int bouts;

  Campaign(
      Bench bench,
      Agenda agenda,
      Suite suite,
      Judge judge,
      Machine machine,
      Set<Tolerance> tolerated,
      Output output) {
    this.bench = bench;
    this.agenda = agenda;
    this.suite = suite;
    this.judge = judge;
    this.machine = machine;
    this.tolerated = tolerated;
    this.output = output;
  }

  /** Measures; what is known is written down after each stage. */
  Material run() {
    if (agenda.isDone()) {
      return nothing();
    }
    Material screened = screened();
    screened.write(output);
    Comparison screening = compared(screened);
    Collection<BenchmarkId> suspects = judge.suspects(screening);
    if (suspects.isEmpty()) {
      return screened;
    }
    Confirmation confirmation = confirmed(Agenda.only(agenda.both(), suspects), screening);
    return new Material(screened.base(), screened.head(), Optional.of(confirmation));
  }

  private Material nothing() {
    Run base = new Run(bench.origin(Side.BASE, machine), List.of(), List.of());
    Run head = new Run(bench.origin(Side.HEAD, machine), List.of(), List.of(), agenda.spared());
    return new Material(Optional.of(withRemoved(base)), head, Optional.empty());
  }

  private Material screened() {
    Effort effort = suite.effort();
    Map<Side, List<Task>> tasks = Map.of(Side.BASE, agenda.both(), Side.HEAD, agenda.heads());
    Stage stage = bench.stage("screening", tasks, looksAtTheVague());
    measure(stage, "screening", stage.benchmarks(), effort.forks());
    for (int forks : effort.screening().at().stream().skip(1).toList()) {
      List<BenchmarkId> open = judge.open(compared(material(stage)));
      measure(stage, "screening", affordable(stage, open, forks, left()), forks);
    }
    Duration end = spent.plus(Duration.ofMillis((long) (left().toMillis() * SHARE_OF_VAGUE)));
    for (int forks : stage.looks().at()) {
      List<BenchmarkId> vague = judge.vague(compared(material(stage)));
      measure(stage, "sharpening", affordable(stage, vague, forks, end.minus(spent)), forks);
    }
    output.jmh(of(Side.HEAD, stage.measured(machine)).entries());
    return material(stage);
  }

  /** Beyond the planned screening, if there is a budget for it. */
  private Looks looksAtTheVague() {
    int most = suite.effort().screening().most();
    return suite.effort().budget().isPresent()
        ? new Looks(List.of(most, 2 * most, 4 * most))
        : Looks.ONCE;
  }

  private Confirmation confirmed(List<Task> again, Comparison screening) {
    Looks looks = suite.effort().confirming();
    Stage stage = bench.stage("confirming", Map.of(Side.BASE, again, Side.HEAD, again), looks);
    List<BenchmarkId> ids = judge.mostSuspectFirst(screening);
    for (int forks : looks.at()) {
      List<BenchmarkId> affordable = affordable(stage, ids, forks, left());
      measure(stage, "confirming %s suspects".formatted(affordable.size()), affordable, forks);
      ids = judge.undecided(screening, confirmation(stage).looks(tolerated));
    }
    return confirmation(stage);
  }

  private void measure(Stage stage, String what, Collection<BenchmarkId> ids, int forks) {
    Duration before = stage.took();
    int boutsBefore = stage.bouts();
    stage.until(forks, ids, what);
    spent = spent.plus(stage.took().minus(before));
    bouts += stage.bouts() - boutsBefore;
  }

  private Duration left() {
    Duration budget = suite.effort().budget().orElse(FOREVER);
    return budget.compareTo(spent) > 0 ? budget.minus(spent) : Duration.ZERO;
  }

  /** The first of these benchmarks, as many as can be brought to so many forks in this time. */
  private List<BenchmarkId> affordable(
      Stage stage, List<BenchmarkId> ids, int forks, Duration time) {
    List<BenchmarkId> affordable = new ArrayList<>();
    double bout = (double) spent.toNanos() / Math.max(1, bouts);
    double cost = 0;
    for (BenchmarkId id : ids) {
      cost += bout * Math.max(0, forks - stage.taken(id));
      if (cost > time.toNanos()) {
        return affordable;
      }
      affordable.add(id);
    }
    return affordable;
  }

  private Comparison compared(Material material) {
    return Comparer.compare(
        material.base().orElseThrow(), material.head(), Terms.sideBySide(tolerated));
  }

  private Material material(Stage stage) {
    Map<Side, Measured> measured = stage.measured(machine);
    Run base = withRemoved(of(Side.BASE, measured).run());
    Run head = of(Side.HEAD, measured).run().sparing(agenda.spared());
    return new Material(Optional.of(base), head, Optional.empty());
  }

  private Confirmation confirmation(Stage stage) {
    Map<Side, Measured> measured = stage.measured(machine);
    return new Confirmation(of(Side.BASE, measured).run(), of(Side.HEAD, measured).run());
  }

  private static Measured of(Side side, Map<Side, Measured> measured) {
    return Objects.requireNonNull(measured.get(side));
  }

  /** What the head no longer has was not measured, but must not be forgotten either. */
  private Run withRemoved(Run base) {
    List<Failure> failures = new ArrayList<>(base.failures());
    List<Task> both = agenda.both();
    for (Task task : agenda.bases()) {
      if (!both.contains(task)) {
        failures.add(new Failure(task.id(), "The head does not have it, so it was not measured."));
      }
    }
    return new Run(base.origin(), base.results(), failures);
  }
}
