package dev.tenfold.calibrate;

import dev.tenfold.calibrate.DrawnForks.Drawn;
import dev.tenfold.check.Campaign;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Judge;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.run.BenchmarkId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * One simulated check: a suite whose forks have been drawn, as many as the campaign may ask for.
 * The draws depend neither on the slowdown, so that two slowdowns differ by nothing else, nor on
 * who becomes a suspect.
 */
final class Trial {
  private final List<Drawn> suite;
  private final Design design;

  private Trial(List<Drawn> suite, Design design) {
    this.suite = suite;
    this.design = design;
  }

  /**
   * Draws a suite of different benchmarks, the first of which are those that change, and the forks
   * of each.
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
      suite.add(
          new Drawn(
              chosen,
              suite.size() < design.changed(),
              chosen.draw(design.mostScreened(), random),
              chosen.draw(design.effort().confirming().most(), random)));
    }
    return new Trial(suite, design);
  }

  /**
   * Lets the suite go through a check.
   *
   * @param slowdown of the benchmarks that change; 0 for none
   */
  Step judged(Policy policy, double slowdown) {
    DrawnForks forks = new DrawnForks(suite, slowdown, design.forkTime().orElse(Duration.ZERO));
    List<Finding> all =
        new Campaign(forks, design.effort(), new Judge(policy), Set.of())
            .run(screened -> {})
            .verdict(policy, false, Set.of(), SessionSpread.NONE)
            .findings();
    Set<BenchmarkId> changed =
        suite.stream()
            .filter(drawn -> drawn.changes() && slowdown > 0)
            .map(drawn -> drawn.recording().id())
            .collect(Collectors.toSet());
    Map<Boolean, List<Finding>> findings =
        all.stream().collect(Collectors.partitioningBy(f -> changed.contains(f.id())));
    Counts same = Counts.of(findings.getOrDefault(false, List.of()));
    Counts slowed = Counts.of(findings.getOrDefault(true, List.of()));
    long alarmed = Math.min(1, same.share(Outcome.REGRESSED).count());
    return new Step(slowdown, 1, alarmed, forks.suspects(), forks.taken(), same, slowed);
  }
}
