package dev.tenfold.measure;

import dev.tenfold.machine.Bounds;
import dev.tenfold.machine.Watch;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Conditions;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the jars of one or two sides are measured, one bout after the other.
 *
 * <p>Two sides take turns where that is possible. Where it is not, they take whole forks one after
 * the other, and who goes first changes from bout to bout: A B, B A, A B.
 */
public final class Bench implements AutoCloseable {
  /** From here on the machine's mood changes within a turn, and nothing is gained by turns. */
  private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

  /** Tries of one bout that are thrown away because the machine was disturbed. */
  private static final int MOST_REPEATS = 2;

  /** Tries that may be thrown away in all: so many, and this share of those that were made. */
  private static final int FREE_REPEATS = 2;

  private static final double SHARE_OF_REPEATS = 0.1;

  private final Map<Side, BenchmarkJar> jars;
  private final Map<Side, Host> hosts = new EnumMap<>(Side.class);
  private final List<Service> services;
  private final List<RunningService> running = new ArrayList<>();
  private final ForkOptions options;
  private final Optional<Duration> turn;
  private final Bounds bounds;
  private final Workspace workspace;
  private final Progress progress;
  private final Journal journal;
  private final long seed;
  private final Random random;
  private final Instant since;
  private final Map<BenchmarkId, Duration> learned = new HashMap<>();
  private final Map<BenchmarkId, String> alone = new HashMap<>();
  private int bouts;
  private int repeated;

  Bench(
      Map<Side, BenchmarkJar> jars,
      List<Service> services,
      ForkOptions options,
      Optional<Duration> turn,
      Bounds bounds,
      Workspace workspace,
      Progress progress,
      Journal journal,
      long seed) {
    this.jars = new EnumMap<>(jars);
    this.services = new ArrayList<>(services);
    this.options = options;
    this.turn = turn;
    this.bounds = bounds;
    this.workspace = workspace;
    this.progress = progress;
    this.journal = journal;
    this.since = journal.since();
    this.seed = seed;
    this.random = new Random(seed);
    jars.forEach((side, jar) -> hosts.put(side, Host.of(jar, options.javaCommand(), workspace)));
  }

  /** The benchmarks of the jar of a side that a selection takes. */
  public List<Task> tasks(Side side, Selection selection) {
    return selection.from(
        Catalogue.of(of(side, jars), host(side), workspace, options.patience()), options);
  }

  /**
   * Begins a stage.
   *
   * @param name by which a journal knows it again
   * @param tasks for each side; what stands under both is measured side by side
   * @param looks that are planned
   * @throws dev.tenfold.run.InputException if there is no task, or if a service that one needs does
   *     not come up
   */
  public Stage stage(String name, Map<Side, List<Task>> tasks, Looks looks) {
    List<Task> all = tasks.values().stream().flatMap(List::stream).toList();
    services.removeIf(service -> all.stream().anyMatch(service::isNeededBy) && serve(service));
    return new Stage(this, name, tasks, looks, progress, journal, seed);
  }

  /** Where the numbers of a side come from; all of a bench have begun at the same time. */
  public Origin origin(Side side, Machine machine) {
    BenchmarkJar jar = of(side, jars);
    return new Origin(
        Optional.of(machine), jar.revision(), Optional.of(since), Optional.of(jar.sha256()));
  }

  /** Always true: it is served from now on. */
  private boolean serve(Service service) {
    if (System.getenv(service.provides().get(0)) == null) {
      BenchmarkJar jar = jars.getOrDefault(Side.HEAD, jars.values().iterator().next());
      List<String> command =
          List.of(options.javaCommand().toString(), "-cp", jar.path().toString(), service.main());
      RunningService started =
          RunningService.start(service, jar.path(), command, options.patience());
      running.add(started);
      hosts.values().forEach(host -> host.give(started.provided()));
    }
    return true;
  }

  private Host host(Side side) {
    return of(side, hosts);
  }

  private static <K, T> T of(K key, Map<K, T> known) {
    return Objects.requireNonNull(known.get(key));
  }

  /**
   * Takes a bout.
   *
   * @param tasks of the sides that are to take part, all of one benchmark
   * @param number of the bout, from 0; decides who goes first where no turns are taken
   */
  Bout take(Map<Side, Task> tasks, int number) {
    long begin = System.nanoTime();
    List<String> disturbances = new ArrayList<>();
    while (true) {
      Watch watch = Watch.begin(this::living);
      Go go = tasks.size() < 2 ? whole(tasks, number, Optional.empty()) : both(tasks, number);
      Conditions conditions = watch.end();
      bouts++;
      Optional<String> disturbance = bounds.crossedBy(conditions);
      if (disturbance.isEmpty() || !mayRepeat(disturbances)) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Optional<Duration> length = go.order().map(any -> of(of(Side.HEAD, tasks).id(), learned));
        return new Bout(go.forks(), go.order(), length, go.alone(), took, conditions, disturbances);
      }
      repeated++;
      disturbances.add(disturbance.get());
    }
  }

  /** Learns from a bout of an earlier try what taking it would have taught. */
  void recall(BenchmarkId id, Bout bout) {
    bout.turn().ifPresent(length -> learned.putIfAbsent(id, length));
    bout.alone().ifPresent(why -> alone.putIfAbsent(id, why));
  }

  /** On a machine that is always disturbed, repeating would buy nothing. */
  private boolean mayRepeat(List<String> disturbances) {
    return disturbances.size() < MOST_REPEATS && repeated < FREE_REPEATS + bouts * SHARE_OF_REPEATS;
  }

  private Set<Long> living() {
    return hosts.values().stream().flatMap(host -> host.pid().stream()).collect(Collectors.toSet());
  }

  /** A bout without its circumstances. */
  private record Go(Map<Side, ForkOutcome> forks, Optional<String> order, Optional<String> alone) {}

  private Go both(Map<Side, Task> tasks, int number) {
    Task task = of(Side.HEAD, tasks);
    obstacle(tasks).ifPresent(why -> alone.putIfAbsent(task.id(), why));
    while (!alone.containsKey(task.id())) {
      Duration length = learned.getOrDefault(task.id(), shortest(task.shape()));
      Task inTurns = new Task(task.id(), task.shape().inTurnsOf(length));
      Pair pair = new Pair(inTurns, options, !learned.containsKey(task.id()));
      Pair.Outcome outcome = pair.run(hosts, workspace, random);
      if (outcome instanceof Pair.Finished finished) {
        learned.putIfAbsent(task.id(), length);
        return new Go(finished.forks(), Optional.of(finished.order()), Optional.empty());
      }
      if (outcome instanceof Pair.TooLong stopped) {
        lengthen(task.id(), stopped.turn());
      } else if (outcome instanceof Pair.Broken broken) {
        boolean first = !learned.containsKey(task.id());
        if (broken.hung() || !first) {
          return new Go(Map.of(broken.side(), broken.fork()), Optional.empty(), Optional.empty());
        }
        // Perhaps two of them cannot be alive at once: a port, a file. Alone it may still work.
        alone.put(task.id(), "the two sides could not be alive at once: " + broken.fork().reason());
      }
    }
    return whole(tasks, number, Optional.ofNullable(alone.get(task.id())));
  }

  private Optional<String> obstacle(Map<Side, Task> tasks) {
    Shape shape = of(Side.HEAD, tasks).shape();
    if (turn.isEmpty()) {
      return Optional.of("turns are switched off");
    }
    if (shape.isSingleShot()) {
      return Optional.of("in single-shot mode an iteration is one operation");
    }
    return shape.equals(of(Side.BASE, tasks).shape())
        ? Optional.empty()
        : Optional.of("base and head declare different iterations");
  }

  private Duration shortest(Shape shape) {
    Duration asked = turn.orElseThrow();
    Duration whole = shape.iterationTime();
    return whole.compareTo(asked) < 0 ? whole : asked;
  }

  private void lengthen(BenchmarkId id, Duration seen) {
    // In whole milliseconds, because people read it in the settings of a result.
    Duration longer = Duration.ofMillis(seen.multipliedBy(5).dividedBy(4).toMillis() + 1);
    if (longer.compareTo(LONGEST_TURN) > 0) {
      alone.put(id, "one operation takes about %s ms".formatted(seen.toMillis()));
    } else {
      learned.put(id, longer);
    }
  }

  private Go whole(Map<Side, Task> tasks, int number, Optional<String> why) {
    List<Side> sides =
        number % 2 == 0 ? List.of(Side.BASE, Side.HEAD) : List.of(Side.HEAD, Side.BASE);
    Map<Side, ForkOutcome> forks = new EnumMap<>(Side.class);
    for (Side side : sides) {
      Task task = tasks.get(side);
      if (task != null) {
        JmhFork fork = new JmhFork(task, options, Optional.empty());
        forks.put(
            side,
            fork.run(host(side), workspace.file("fork.json"), options.deadline(task.shape())));
      }
    }
    return new Go(forks, Optional.empty(), why);
  }

  @Override
  public void close() {
    hosts.values().forEach(Host::close);
    running.forEach(RunningService::close);
  }
}
