package dev.tenfold.judge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a verdict comes to as a whole, and the exit code that says so. */
public enum Status {
  /** Nothing that the policy forbids. */
  PASS(0),
  /** At least one regression. It counts before everything else, because it is proven. */
  REGRESSION(2),
  /** Something was not decided, and the policy forbids that; or nothing could be decided at all. */
  INCONCLUSIVE(3),
  /** Something that was expected was not measured, or nothing was. */
  INCOMPLETE(4),
  /** Something was measured in ways that cannot be compared. */
  INCOMPARABLE(5);

  /** The exit code of a usage, configuration or tool error, which is no verdict. */
  public static final int ERROR = 1;

  private final int exitCode;

  Status(int exitCode) {
    this.exitCode = exitCode;
  }

  /**
   * What findings come to.
   *
   * @param share whether they are of a share of a suite, of which all that can be judged may lie in
   *     another
   */
  static Status of(List<Finding> findings, Policy policy, boolean share) {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    findings.forEach(finding -> outcomes.add(finding.outcome()));
    boolean judged =
        share
            || outcomes.contains(Outcome.IDENTICAL)
            || findings.stream().anyMatch(finding -> finding.evidence().isPresent());
    Set<Outcome> forbidden = EnumSet.copyOf(outcomes);
    forbidden.retainAll(policy.failOn());
    if (outcomes.contains(Outcome.REGRESSED)) {
      return REGRESSION;
    }
    if (outcomes.contains(Outcome.FAILED) || forbidden.contains(Outcome.REMOVED)) {
      return INCOMPLETE;
    }
    if (forbidden.contains(Outcome.INCOMPARABLE)) {
      return INCOMPARABLE;
    }
    if (!judged) {
      // One fork on a side allows no claim at all; a pass would be one.
      return outcomes.contains(Outcome.INCONCLUSIVE) ? INCONCLUSIVE : INCOMPLETE;
    }
    return forbidden.contains(Outcome.INCONCLUSIVE) ? INCONCLUSIVE : PASS;
  }

  /** What a process that gave this verdict ends with. */
  public int exitCode() {
    return exitCode;
  }
}
