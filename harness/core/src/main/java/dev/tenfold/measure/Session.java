package dev.tenfold.measure;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures, alone on its machine for as long as it is open.
 *
 * <p>Forks are taken in rounds: one fork of every benchmark, in an order drawn anew for each round,
 * then the next. So whatever the machine does over the minutes hits every benchmark alike. Where
 * two jars are measured, the two forks of a benchmark follow each other at once, and which of them
 * goes first changes from round to round (A B, B A, A B ...).
 */
public final class Session implements AutoCloseable {
  private final MachineLock lock;
  private final Workspace workspace;
  private final Progress progress;

  private Session(MachineLock lock, Workspace workspace, Progress progress) {
    this.lock = lock;
    this.workspace = workspace;
    this.progress = progress;
  }

  /** Opens a session as soon as no other measures on this machine. */
  public static Session open(Progress progress) {
    MachineLock lock = MachineLock.acquire(progress::waiting);
    return new Session(lock, Workspace.open(), progress);
  }

  /** The benchmarks of a jar that a selection takes. */
  public List<Task> tasks(BenchmarkJar jar, Selection selection, ForkOptions options) {
    List<Benchmark> catalogue = Catalogue.of(jar, options.javaCommand(), workspace);
    return selection.from(catalogue, options);
  }

  /**
   * Measures a plan. A benchmark that breaks in one fork is given up with its reason and costs the
   * others nothing; on the other side, it is measured on.
   *
   * @param what the name of the stage, for the progress
   */
  public Map<Side, Measured> measure(Plan plan, Machine machine, String what) {
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Map<Side, Arm> arms = new EnumMap<>(Side.class);
    plan.jars()
        .forEach((side, jar) -> arms.put(side, new Arm(side, jar, plan, progress, workspace)));
    int forks = arms.values().stream().mapToInt(arm -> arm.tasks.size() * plan.forks()).sum();
    if (forks == 0) {
      throw new InputException("Nothing was selected, so nothing can be measured.");
    }
    progress.stage(what, forks);
    Random random = new Random(plan.seed());
    List<BenchmarkId> order = order(arms);
    for (int round = 0; round < plan.forks(); round++) {
      Collections.shuffle(order, random);
      for (BenchmarkId id : order) {
        List<Arm> turn = new ArrayList<>(arms.values());
        if (round % 2 == 1) {
          Collections.reverse(turn);
        }
        for (Arm arm : turn) {
          arm.fork(id, round);
        }
      }
    }
    progress.done();
    Map<Side, Measured> measured = new EnumMap<>(Side.class);
    arms.forEach(
        (side, arm) -> {
          Optional<String> jar = Optional.of(arm.jar.sha256());
          Origin origin =
              new Origin(Optional.of(machine), arm.jar.revision(), Optional.of(at), jar);
          measured.put(side, Measured.of(origin, arm.finished, arm.broken));
        });
    return measured;
  }

  private static List<BenchmarkId> order(Map<Side, Arm> arms) {
    TreeSet<BenchmarkId> ids = new TreeSet<>();
    arms.values().forEach(arm -> ids.addAll(arm.tasks.keySet()));
    return new ArrayList<>(ids);
  }

  @Override
  public void close() {
    workspace.close();
    lock.close();
  }

  /** One side while it is being measured. */
  private static final class Arm {
    final BenchmarkJar jar;
    final SortedMap<BenchmarkId, Task> tasks = new TreeMap<>();
    final SortedMap<BenchmarkId, List<ObjectNode>> finished = new TreeMap<>();
    final SortedMap<BenchmarkId, String> broken = new TreeMap<>();
    private final Side side;
    private final Plan plan;
    private final Progress progress;
    private final Workspace workspace;

    Arm(Side side, BenchmarkJar jar, Plan plan, Progress progress, Workspace workspace) {
      this.side = side;
      this.jar = jar;
      this.plan = plan;
      this.progress = progress;
      this.workspace = workspace;
      plan.tasks().getOrDefault(side, List.of()).forEach(task -> tasks.put(task.id(), task));
    }

    void fork(BenchmarkId id, int round) {
      Task task = tasks.get(id);
      if (task == null || broken.containsKey(id)) {
        return;
      }
      progress.fork(id, side);
      ForkOutcome outcome = JmhFork.run(jar, task, plan.options(), workspace);
      if (outcome instanceof ForkOutcome.Finished done) {
        finished.computeIfAbsent(id, any -> new ArrayList<>()).add(done.entry());
        progress.finished(id, side);
      } else if (outcome instanceof ForkOutcome.Broken ending) {
        String reason = "Fork %s: %s.".formatted(round + 1, ending.reason());
        broken.put(id, reason);
        progress.failed(id, side, reason, plan.forks() - round - 1);
      }
    }
  }
}
