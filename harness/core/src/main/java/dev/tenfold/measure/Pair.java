package dev.tenfold.measure;

import dev.tenfold.measure.Umpire.Course;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A fork of the base and a fork of the head that take turns.
 *
 * <p>Both are started at once and wait for their first turn, so that a pair can be begun while
 * another still plays.
 */
final class Pair implements AutoCloseable {
  private final Task task;
  private final ForkOptions options;
  private final Map<Side, Host> hosts;
  private final Umpire umpire = Umpire.open();
  private final Map<Side, CompletableFuture<ForkOutcome>> forks = new EnumMap<>(Side.class);

  private Pair(Task task, ForkOptions options, Map<Side, Host> hosts) {
    this.task = task;
    this.options = options;
    this.hosts = hosts;
  }

  /**
   * Starts both forks.
   *
   * @param task what both measure, in iterations that are turns
   * @param options of both
   * @param hosts that serve nobody else until the pair has ended
   * @param wait for how long it may be that nobody lets them play
   */
  static Pair begin(
      Task task, ForkOptions options, Map<Side, Host> hosts, Workspace workspace, Duration wait) {
    Pair pair = new Pair(task, options, hosts);
    Duration deadline = wait.plus(pair.outerBound());
    for (Side side : Side.values()) {
      JmhFork fork = new JmhFork(task, options, Optional.of(pair.umpire.place(side)));
      CompletableFuture<ForkOutcome> running =
          CompletableFuture.supplyAsync(
              () -> fork.run(pair.host(side), workspace.file(), deadline),
              work -> new Thread(work, "tenfold-fork-" + side).start());
      running.whenComplete((any, thrown) -> pair.umpire.ended(side));
      pair.forks.put(side, running);
    }
    return pair;
  }

  /** What both measure. */
  Task task() {
    return task;
  }

  /** Playing takes no longer: the end of each turn is waited for with the patience of one. */
  Duration outerBound() {
    return options.deadline(task.shape()).multipliedBy(2);
  }

  private Host host(Side side) {
    return Objects.requireNonNull(hosts.get(side));
  }

  /** How a pair ended. */
  sealed interface Outcome {}

  /**
   * Both forks gave what was expected.
   *
   * @param order who went first in each round
   */
  record Finished(Map<Side, ForkOutcome> forks, String order) implements Outcome {}

  /**
   * One fork broke, and the other was stopped for it.
   *
   * @param hung whether it had to be killed
   */
  record Broken(Side side, ForkOutcome.Broken fork, boolean hung) implements Outcome {}

  /** A turn is too short for an operation. */
  record TooLong(Duration turn) implements Outcome {}

  /**
   * Lets both play to their end, once.
   *
   * @param mayStop whether to stop where an operation turns out to be longer than a turn
   * @param seated is done when both are there, before the first turn
   */
  Outcome play(boolean mayStop, Random random, Runnable seated) {
    Duration patience = options.deadline(task.shape().oneRound());
    Course course = umpire.play(task.shape(), patience, mayStop, random, seated);
    if (course instanceof Umpire.Hung hung) {
      host(hung.side()).kill();
      if (!umpire.isHere(hung.side().other())) {
        // It may hang as well, and nobody waits for it any longer.
        host(hung.side().other()).kill();
      }
    }
    if (!(course instanceof Umpire.Through)) {
      umpire.close(); // so that the one who waits for a turn ends
    }
    Map<Side, ForkOutcome> ended = new EnumMap<>(Side.class);
    forks.forEach((side, fork) -> ended.put(side, joined(fork)));
    return outcome(course, ended, patience);
  }

  /** Sends both away, if they still wait, and waits until they have gone. */
  @Override
  public void close() {
    umpire.close();
    forks.values().forEach(fork -> fork.handle((any, refused) -> Boolean.TRUE).join());
  }

  private static ForkOutcome joined(CompletableFuture<ForkOutcome> fork) {
    try {
      return fork.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException refused ? refused : e;
    }
  }

  private static Outcome outcome(Course course, Map<Side, ForkOutcome> ended, Duration patience) {
    if (course instanceof Umpire.TooLong stopped) {
      return new TooLong(stopped.turn());
    }
    if (course instanceof Umpire.Hung hung) {
      String reason =
          "it was still starting, or in the same iteration, after %s s and was killed; a hang, or too little time (raise it with --patience)"
              .formatted(patience.toSeconds());
      return new Broken(hung.side(), new ForkOutcome.Broken(reason), true);
    }
    if (course instanceof Umpire.Left left) {
      ForkOutcome outcome = ended.get(left.side());
      return outcome instanceof ForkOutcome.Broken broken
          ? new Broken(left.side(), broken, false)
          : new Broken(left.side(), new ForkOutcome.Broken("it ended before its last turn"), false);
    }
    for (Side side : Side.values()) {
      if (ended.get(side) instanceof ForkOutcome.Broken broken) {
        return new Broken(side, broken, false);
      }
    }
    return new Finished(ended, ((Umpire.Through) course).order());
  }
}
