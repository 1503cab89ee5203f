package dev.tenfold.judge;

import dev.tenfold.growth.Growth;
import dev.tenfold.run.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What a policy demands beside the comparison of metric with metric, and what it lets pass. */
public final class Demands {
  private Demands() {}

  /**
   * A verdict with all that is demanded besides: that no benchmark grows in a worse order than it
   * did, and that the head keeps its budgets. Waivers are applied to all of it.
   *
   * @param verdict on the comparison
   * @param growths of the runs that were compared
   * @param share whether this is a share of a suite
   */
  public static Verdict added(Verdict verdict, List<Growth> growths, Run head, boolean share) {
    Policy policy = verdict.policy();
    List<Finding> findings = new ArrayList<>(verdict.findings());
    findings.addAll(new GrowthGate(policy).findings(growths));
    findings.addAll(new Budgets(policy).findings(head));
    Waivers waivers = new Waivers(policy.clauses().waivers(), day(head));
    List<Finding> judged = waivers.applied(findings);
    Verdict whole = verdict.with(status(verdict, judged, share), judged, growths);
    for (String note : waivers.notes()) {
      whole = whole.noting(note);
    }
    return whole;
  }

  /** What was no regression before is one now, or what was one is waived. */
  private static Status status(Verdict verdict, List<Finding> judged, boolean share) {
    boolean regressed = judged.stream().anyMatch(each -> each.outcome() == Outcome.REGRESSED);
    if (regressed) {
      return Status.REGRESSION;
    }
    return verdict.status() == Status.REGRESSION
        ? Status.of(judged, verdict.policy(), share)
        : verdict.status();
  }

  private static LocalDate day(Run head) {
    return LocalDate.ofInstant(head.origin().at().orElseGet(Instant::now), ZoneOffset.UTC);
  }
}
