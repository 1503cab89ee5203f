package dev.tenfold.measure;

import dev.tenfold.measure.Journal.Key;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Bouts that are taken for one purpose and judged together: a screening, a confirmation.
 *
 * <p>Bouts are taken in rounds: one of every benchmark, in an order drawn anew for each round, then
 * the next. So whatever the machine does over the minutes hits every benchmark alike. A benchmark
 * that breaks is given up with its reason and costs the others nothing.
 */
public final class Stage {
  private final Bench bench;
  private final String name;
  private final Looks looks;
  private final SortedMap<BenchmarkId, Map<Side, Task>> tasks = new TreeMap<>();
  private final Map<BenchmarkId, Integer> numbers = new TreeMap<>();
  private final Map<Side, Sheet> sheets = new EnumMap<>(Side.class);
  private final Progress progress;
  private final Journal journal;
  private final Random random;
  private Duration took = Duration.ZERO;

  Stage(
      Bench bench,
      String name,
      Map<Side, List<Task>> tasks,
      Looks looks,
      Progress progress,
      Journal journal,
      long seed) {
    this.bench = bench;
    this.name = name;
    this.looks = looks;
    this.progress = progress;
    this.journal = journal;
    this.random = new Random(seed + name.hashCode());
    tasks.forEach(
        (side, ofSide) -> {
          sheets.put(side, new Sheet());
          ofSide.forEach(
              task ->
                  this.tasks
                      .computeIfAbsent(task.id(), id -> new EnumMap<>(Side.class))
                      .put(side, task));
        });
    if (this.tasks.isEmpty()) {
      throw new InputException(
          "No benchmark of the jar is selected, so nothing can be measured. See the suite's include and exclude, or name some with --include GLOB.");
    }
  }

  /** What this stage was made for, whether or not it was measured already. */
  public Collection<BenchmarkId> benchmarks() {
    return Collections.unmodifiableSet(tasks.keySet());
  }

  /** The looks that were planned. */
  public Looks looks() {
    return looks;
  }

  /** How many bouts of a benchmark were taken. */
  public int taken(BenchmarkId id) {
    return numbers.getOrDefault(id, 0);
  }

  /** How many bouts were taken in all. */
  public int bouts() {
    return numbers.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How long all bouts of this stage took together, those of an earlier try too. */
  public Duration took() {
    return took;
  }

  /**
   * Takes further bouts.
   *
   * @param forks that each benchmark is to have afterwards
   * @param ids of which benchmarks; of this stage
   * @param what is being done, for people: "screening", "confirming 2 suspects"
   */
  public void until(int forks, Collection<BenchmarkId> ids, String what) {
    List<BenchmarkId> order = new ArrayList<>(new TreeSet<>(ids));
    order.removeIf(id -> isBroken(id) || taken(id) >= forks);
    if (order.isEmpty()) {
      return;
    }
    int expected = order.stream().mapToInt(id -> sides(id).size() * toTake(id, forks)).sum();
    progress.stage(what, expected);
    while (!order.isEmpty()) {
      Collections.shuffle(order, random);
      order.forEach(id -> bout(id, forks));
      order.removeIf(id -> isBroken(id) || taken(id) >= forks);
    }
    progress.done();
  }

  /** How many bouts of a benchmark are left that no earlier try has taken. */
  private int toTake(BenchmarkId id, int forks) {
    return (int)
        IntStream.range(taken(id), forks)
            .filter(number -> journal.find(new Key(name, id, number)).isEmpty())
            .count();
  }

  /** Whether a benchmark was given up. */
  public boolean isBroken(BenchmarkId id) {
    return sheets.values().stream().anyMatch(sheet -> sheet.broken.containsKey(id));
  }

  private Map<Side, Task> sides(BenchmarkId id) {
    return Objects.requireNonNull(tasks.get(id));
  }

  private void bout(BenchmarkId id, int forks) {
    Map<Side, Task> sides = sides(id);
    int number = numbers.merge(id, 1, Integer::sum) - 1;
    Key key = new Key(name, id, number);
    Optional<Bout> earlier = journal.find(key);
    earlier.ifPresent(bout -> bench.recall(id, bout));
    Bout bout = earlier.orElseGet(() -> take(key, sides));
    took = took.plus(bout.took());
    int leftOut = (forks - number) * sides.size() - bout.forks().size();
    for (Map.Entry<Side, ForkOutcome> fork : bout.forks().entrySet()) {
      Side side = fork.getKey();
      Sheet sheet = Objects.requireNonNull(sheets.get(side));
      if (fork.getValue() instanceof ForkOutcome.Finished done) {
        sheet.add(id, number, done, bout);
        if (earlier.isEmpty()) {
          progress.finished(id, side);
        }
      } else if (fork.getValue() instanceof ForkOutcome.Broken ending) {
        String reason = "Fork %s: %s.".formatted(number + 1, ending.reason());
        sheet.broken.put(id, reason);
        progress.failed(id, side, reason, leftOut);
        leftOut = 0; // told once, though both sides may have broken
      }
    }
  }

  private Bout take(Key key, Map<Side, Task> sides) {
    sides.keySet().forEach(side -> progress.fork(key.id(), side));
    Bout bout = bench.take(sides, key.number());
    journal.add(key, bout);
    return bout;
  }

  /** All that was measured until now. */
  public Map<Side, Measured> measured(Machine machine) {
    Map<Side, Measured> measured = new EnumMap<>(Side.class);
    sheets.forEach(
        (side, sheet) -> {
          Origin origin = bench.origin(side, machine);
          measured.put(side, Measured.of(origin, sheet.taken, reasons(side, sheet), looks));
        });
    return measured;
  }

  /**
   * Why benchmarks of a side broke. Where the base broke before the head gave a single number, the
   * head has none because of it, which is not the same as not having the benchmark.
   */
  private Map<BenchmarkId, String> reasons(Side side, Sheet sheet) {
    Map<BenchmarkId, String> reasons = new TreeMap<>(sheet.broken);
    Sheet base = sheets.get(Side.BASE);
    if (side == Side.HEAD && base != null) {
      base.broken.keySet().stream()
          .filter(id -> !sheet.taken.containsKey(id))
          .forEach(id -> reasons.putIfAbsent(id, "It was stopped when the base broke."));
    }
    return reasons;
  }

  /** What one side gave. */
  private static final class Sheet {
    final SortedMap<BenchmarkId, Taken> taken = new TreeMap<>();
    final SortedMap<BenchmarkId, String> broken = new TreeMap<>();

    void add(BenchmarkId id, int number, ForkOutcome.Finished fork, Bout bout) {
      taken.computeIfAbsent(id, any -> new Taken()).add(number, fork.entry(), bout);
    }
  }
}
