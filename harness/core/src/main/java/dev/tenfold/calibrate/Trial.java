package dev.tenfold.calibrate;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Terms;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Judge;
import dev.tenfold.judge.Outcome;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One simulated check: a suite whose forks have been drawn, for base and head, screening and
 * confirmation. The draws depend neither on the slowdown, so that two slowdowns differ by nothing
 * else, nor on who becomes a suspect.
 */
final class Trial {
  private static final Terms TERMS = Terms.sideBySide(Set.of());

  private final List<Drawn> suite;

  /** A benchmark and whether it changes, with the pseudo-forks of its two sides by number. */
  private record Drawn(Recording recording, boolean changes, Forks screening, Forks confirmation) {}

  private record Forks(int[] base, int[] head) {
    static Forks draw(int forks, int of, SplittableRandom random) {
      return new Forks(random.ints(forks, 0, of).toArray(), random.ints(forks, 0, of).toArray());
    }
  }

  private Trial(List<Drawn> suite) {
    this.suite = suite;
  }

  /**
   * Draws a suite of different benchmarks, the first of which are those that change, and the forks
   * of each with replacement: so every draw is independent of the others, as the tests suppose of
   * forks.
   *
   * @param recordings at least as many as the suite is to have
   */
  static Trial draw(List<Recording> recordings, Design design, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Recording> left = new ArrayList<>(recordings);
    List<Drawn> suite = new ArrayList<>();
    while (suite.size() < design.suiteSize()) {
      int at = random.nextInt(left.size());
      Recording chosen = left.get(at);
      left.set(at, left.get(left.size() - 1));
      left.remove(left.size() - 1);
      int of = chosen.forks().size();
      suite.add(
          new Drawn(
              chosen,
              suite.size() < design.changed(),
              Forks.draw(design.screenForks(), of, random),
              Forks.draw(design.confirmForks(), of, random)));
    }
    return new Trial(suite);
  }

  /**
   * Screens, confirms and judges the suite as a check would.
   *
   * @param slowdown of the benchmarks that change; 0 for none
   */
  Step judged(Judge judge, double slowdown) {
    Comparison screening = compared(suite, Drawn::screening, slowdown);
    SortedSet<BenchmarkId> suspects = judge.suspects(screening);
    List<Drawn> again =
        suite.stream().filter(drawn -> suspects.contains(drawn.recording().id())).toList();
    Comparison confirmation = compared(again, Drawn::confirmation, slowdown);
    Set<BenchmarkId> changed =
        suite.stream()
            .filter(drawn -> drawn.changes() && slowdown > 0)
            .map(drawn -> drawn.recording().id())
            .collect(Collectors.toSet());
    Map<Boolean, List<Finding>> findings =
        judge.verdict(screening, List.of(confirmation)).findings().stream()
            .collect(Collectors.partitioningBy(finding -> changed.contains(finding.id())));
    Counts same = Counts.of(findings.getOrDefault(false, List.of()));
    Counts slowed = Counts.of(findings.getOrDefault(true, List.of()));
    long alarmed = Math.min(1, same.share(Outcome.REGRESSED).count());
    return new Step(slowdown, 1, alarmed, suspects.size(), same, slowed);
  }

  private static Comparison compared(
      List<Drawn> some, Function<Drawn, Forks> stage, double slowdown) {
    List<Result> base = new ArrayList<>();
    List<Result> head = new ArrayList<>();
    for (Drawn drawn : some) {
      Forks forks = stage.apply(drawn);
      base.add(drawn.recording().measured(forks.base(), 1));
      head.add(drawn.recording().measured(forks.head(), drawn.changes() ? 1 + slowdown : 1));
    }
    return Comparer.compare(run(base), run(head), TERMS);
  }

  private static Run run(List<Result> results) {
    return new Run(Origin.UNKNOWN, results, List.of());
  }
}
