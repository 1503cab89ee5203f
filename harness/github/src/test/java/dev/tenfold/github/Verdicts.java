package dev.tenfold.github;

import dev.tenfold.compare.Kind;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Hostile;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verdicts made by hand. */
final class Verdicts {
  private Verdicts() {}

  static BenchmarkId id(String method) {
    return id(method, Map.of());
  }

  static BenchmarkId id(String method, Map<String, String> params) {
    return BenchmarkId.of(method, Mode.AVERAGE_TIME, 1, params);
  }

  static Finding finding(Outcome outcome, BenchmarkId id, String because) {
    return new Finding(id, outcome, because, Optional.empty());
  }

  static Verdict verdict(Status status, List<Finding> findings) {
    return new Verdict(
        status,
        Kind.TURNS,
        Origin.UNKNOWN,
        Origin.UNKNOWN,
        findings,
        List.of(),
        List.of(),
        Policy.standard());
  }

  static Judged judged(Status status, Finding... findings) {
    return Judged.of("quick", verdict(status, List.of(findings)));
  }

  static Judged regressed() {
    return judged(
        Status.REGRESSION, finding(Outcome.REGRESSED, id("org.acme.Get.hit"), "It is slower."));
  }

  static Judged passed() {
    return judged(Status.PASS, finding(Outcome.IDENTICAL, id("org.acme.Get.hit"), "The same."));
  }

  /** A verdict on a head that says that it is this revision. */
  static Judged of(String revision) {
    Origin head =
        new Origin(Optional.empty(), Optional.of(revision), Optional.empty(), Optional.empty());
    Finding same = finding(Outcome.IDENTICAL, id("org.acme.Get.hit"), "The same.");
    return Judged.of(
        "quick",
        new Verdict(
            Status.PASS,
            Kind.TURNS,
            Origin.UNKNOWN,
            head,
            List.of(same),
            List.of(),
            List.of(),
            Policy.standard()));
  }

  /** Every hostile text as a name, a parameter and a reason. */
  static Judged hostile() {
    List<Finding> findings = new ArrayList<>();
    for (String text : Hostile.texts()) {
      findings.add(finding(Outcome.REGRESSED, id("evil." + text + ".run"), text));
      findings.add(
          finding(Outcome.ADDED, id("evil.Param.run", Map.of("p", text, text, "q")), text));
    }
    Verdict verdict =
        new Verdict(
            Status.REGRESSION,
            Kind.TURNS,
            Hostile.origin(Hostile.texts().get(0)),
            Hostile.origin(Hostile.texts().get(1)),
            findings,
            List.of(),
            Hostile.texts(),
            Policy.standard());
    return Judged.of("quick", verdict);
  }
}
