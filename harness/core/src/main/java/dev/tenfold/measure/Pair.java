package dev.tenfold.measure;

import dev.tenfold.measure.Umpire.Course;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A fork of the base and a fork of the head that take turns.
 *
 * @param task what both measure, in iterations that are turns
 * @param options of both
 * @param mayStop whether to stop where an operation turns out to be longer than a turn
 */
record Pair(Task task, ForkOptions options, boolean mayStop) {

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

  Outcome run(Map<Side, Host> hosts, Workspace workspace, Random random) {
    // An outer bound alone: the end of a turn is waited for no longer than the patience of one.
    Duration deadline = options.deadline(task.shape()).multipliedBy(2);
    Map<Side, CompletableFuture<ForkOutcome>> forks = new EnumMap<>(Side.class);
    try (Umpire umpire = Umpire.open()) {
      // Who is started first may have an advantage, so nobody always is.
      Side first = random.nextBoolean() ? Side.BASE : Side.HEAD;
      for (Side side : List.of(first, first.other())) {
        JmhFork fork = new JmhFork(task, options, Optional.of(umpire.place(side)));
        Host host = Objects.requireNonNull(hosts.get(side));
        CompletableFuture<ForkOutcome> running =
            CompletableFuture.supplyAsync(
                () -> fork.run(host, workspace.file("fork-" + side + ".json"), deadline),
                work -> new Thread(work, "tenfold-fork-" + side).start());
        running.whenComplete((any, thrown) -> umpire.ended(side));
        forks.put(side, running);
      }
      Duration patience = options.deadline(task.shape().oneRound());
      Course course = umpire.play(task.shape(), patience, mayStop, random);
      if (course instanceof Umpire.Hung hung) {
        Objects.requireNonNull(hosts.get(hung.side())).kill();
        if (!umpire.isHere(hung.side().other())) {
          // It may hang as well, and nobody waits for it any longer.
          Objects.requireNonNull(hosts.get(hung.side().other())).kill();
        }
      }
      if (!(course instanceof Umpire.Through)) {
        umpire.close(); // so that the one who waits for a turn ends
      }
      Map<Side, ForkOutcome> ended = new EnumMap<>(Side.class);
      forks.forEach((side, fork) -> ended.put(side, joined(fork)));
      return outcome(course, ended, patience);
    }
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
