package dev.tenfold.calibrate;

import dev.tenfold.judge.Policy;
import dev.tenfold.run.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Simulates checks on recorded forks. */
public final class Replay {
  private Replay() {}

  /**
   * Draws suites, judges each at each slowdown, and counts; then finds what is the smallest
   * slowdown that is visible of each benchmark.
   *
   * <p>The work is shared by all processors. What comes out depends on the seed and not on them:
   * every suite has a seed of its own, and counts add up in any order.
   *
   * @param progress is told what begins
   * @throws InputException if there are fewer benchmarks than a suite is to have
   */
  public static Calibration of(
      Recordings recordings, Design design, Policy policy, Consumer<String> progress) {
    List<Step> steps = steps(recordings, design, policy, progress);
    List<Recording> all = recordings.all();
    progress.accept(
        "looking for the smallest visible change of %s benchmarks".formatted(all.size()));
    double suspects = (double) steps.get(0).suspects() / design.suites();
    long[] others = new SplittableRandom(~design.seed()).longs(all.size()).toArray();
    List<SmallestVisible> visible =
        IntStream.range(0, all.size())
            .parallel()
            .mapToObj(i -> SmallestVisible.of(all.get(i), design, policy, suspects, others[i]))
            .toList();
    return new Calibration(recordings, design, policy, steps, visible);
  }

  /** What comes of the suites alone, one step for each slowdown. */
  static List<Step> steps(
      Recordings recordings, Design design, Policy policy, Consumer<String> progress) {
    List<Recording> all = recordings.all();
    if (all.size() < design.suiteSize()) {
      throw new InputException(
          "A suite of %s different benchmarks cannot be drawn from %s; use --suite-size %s or less."
              .formatted(design.suiteSize(), all.size(), all.size()));
    }
    long[] seeds = new SplittableRandom(design.seed()).longs(design.suites()).toArray();
    List<Step> steps = new ArrayList<>();
    for (double slowdown : design.slowdowns()) {
      progress.accept(
          "replaying %s suites, slowdown %s".formatted(design.suites(), Percent.of(slowdown)));
      steps.add(
          LongStream.of(seeds)
              .parallel()
              .mapToObj(seed -> Trial.draw(all, design, seed).judged(policy, slowdown))
              .reduce(Step.none(slowdown), Step::plus));
    }
    return steps;
  }
}
