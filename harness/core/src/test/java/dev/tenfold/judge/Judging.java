package dev.tenfold.judge;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Terms;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import java.util.List;
import java.util.Set;

/** Short ways from two results to what is found of them. */
final class Judging {
  private Judging() {}

  static Comparison compare(Run base, Run head) {
    return Comparer.compare(base, head, Terms.sideBySide(Set.of()));
  }

  static Verdict judge(Run base, Run head) {
    return judge(Policy.standard(), base, head);
  }

  static Verdict judge(Policy policy, Run base, Run head) {
    return new Judge(policy).verdict(compare(base, head));
  }

  static Finding only(Result base, Result head) {
    return find(judge(Runs.run(base), Runs.run(head)), head.id());
  }

  static Outcome outcome(Result base, Result head) {
    return only(base, head).outcome();
  }

  /** Against numbers of another day, with the stated spread between days. */
  static Finding stored(Result base, Result head) {
    Terms terms = Terms.stored(Set.of(), SessionSpread.STATED);
    Comparison comparison = Comparer.compare(Runs.run(base), Runs.run(head), terms);
    return find(new Judge(Policy.standard()).verdict(comparison), head.id());
  }

  /** The one finding on this benchmark. */
  static Finding find(Verdict verdict, BenchmarkId id) {
    return find(verdict, id, false);
  }

  static Finding find(Verdict verdict, BenchmarkId id, boolean allocation) {
    List<Finding> found =
        verdict.findings().stream()
            .filter(
                finding ->
                    finding.id().equals(id)
                        && (finding.subject() == Subject.ALLOCATION) == allocation)
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " findings on " + id + ": " + found);
    }
    return found.get(0);
  }

  /** The same forks, of which nothing is known but their numbers. */
  static Result alone(Result result) {
    return result.under(Circumstances.UNKNOWN);
  }

  static Policy limit(String glob, String metric, double relative, double absolute) {
    return Policy.standard()
        .with(List.of(new Limit(new Glob(glob), metric, new Threshold(relative, absolute))));
  }
}
