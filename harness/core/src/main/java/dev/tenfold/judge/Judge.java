package dev.tenfold.judge;

import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Difference.Estimates;
import dev.tenfold.compare.Exclusion;
import dev.tenfold.compare.Kind;
import dev.tenfold.compare.Warning;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.stats.Combination;
import dev.tenfold.stats.Multiplicity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Decides.
 *
 * <p>A difference has two estimates, and the smaller of their two p-values counts twice
 * (Bonferroni). In a screening, every difference with p below {@link Policy#screen()} is a suspect;
 * suspects are measured again, and their fate is decided by the fresh numbers alone, so that what
 * was picked for looking bad is not also convicted by it. Without a second measurement all
 * differences are judged together on the one there is, and say so.
 */
public final class Judge {
  private final Policy policy;

  public Judge(Policy policy) {
    this.policy = policy;
  }

  /** The benchmarks that look worse than the base in a judged metric, and deserve fresh forks. */
  public SortedSet<BenchmarkId> suspects(Comparison screening) {
    SortedSet<BenchmarkId> suspects = new TreeSet<>();
    screening.differences().stream()
        .filter(this::isSuspect)
        .forEach(difference -> suspects.add(difference.id()));
    return suspects;
  }

  private boolean isSuspect(Difference difference) {
    return policy.judges(difference.metric())
        && difference.estimates().isPresent()
        && pWorse(difference.estimates().get()) < policy.screen();
  }

  /** The verdict on a comparison that cannot be confirmed. */
  public Verdict verdict(Comparison comparison) {
    List<Finding> findings = new ArrayList<>(excluded(comparison));
    findings.addAll(
        family(comparison, difference -> true, comparison.kind()).stream()
            .map(Judge::unconfirmed)
            .toList());
    return verdict(comparison, findings);
  }

  /**
   * The verdict on a screening whose suspects were measured again.
   *
   * @param confirmation holds the suspects of the screening, and nothing else
   */
  public Verdict verdict(Comparison screening, Comparison confirmation) {
    List<Finding> findings = new ArrayList<>();
    Set<BenchmarkId> gone = new HashSet<>();
    for (Exclusion exclusion : confirmation.exclusions()) {
      gone.add(exclusion.id());
    }
    findings.addAll(excluded(confirmation));
    findings.addAll(
        excluded(screening).stream().filter(finding -> !gone.contains(finding.id())).toList());
    Set<Key> suspects = new HashSet<>();
    screening.differences().stream()
        .filter(this::isSuspect)
        .forEach(difference -> suspects.add(Key.of(difference)));
    findings.addAll(family(confirmation, d -> suspects.contains(Key.of(d)), confirmation.kind()));
    for (Key suspect : suspects) {
      boolean known = findings.stream().anyMatch(finding -> finding.id().equals(suspect.id()));
      if (!known) {
        String because = "It looked worse and was to be measured again, but was not.";
        findings.add(new Finding(suspect.id(), Outcome.FAILED, because, Optional.empty()));
      }
    }
    findings.addAll(
        family(
                screening,
                d -> !suspects.contains(Key.of(d)) && !gone.contains(d.id()),
                screening.kind())
            .stream()
            .map(Judge::unconfirmed)
            .toList());
    return verdict(screening, findings);
  }

  /**
   * The verdict on a head that there is nothing to compare with.
   *
   * @param comparison with an empty base
   * @param required whether it is an error that there is no base
   */
  public Verdict withoutBase(Comparison comparison, boolean required) {
    List<Finding> findings = excluded(comparison);
    boolean failed =
        findings.isEmpty() || findings.stream().anyMatch(f -> f.outcome() == Outcome.FAILED);
    Status otherwise = required ? Status.INCOMPARABLE : Status.PASS;
    return verdict(comparison, findings, failed ? Status.INCOMPLETE : otherwise);
  }

  private record Key(BenchmarkId id, String metric) {
    static Key of(Difference difference) {
      return new Key(difference.id(), difference.metric().name());
    }
  }

  private Verdict verdict(Comparison comparison, List<Finding> findings) {
    return verdict(comparison, findings, status(findings));
  }

  private Verdict verdict(Comparison comparison, List<Finding> findings, Status status) {
    return new Verdict(
        status,
        comparison.kind(),
        comparison.base(),
        comparison.head(),
        findings,
        List.of(),
        policy);
  }

  private Status status(List<Finding> findings) {
    Set<Outcome> outcomes = new HashSet<>();
    findings.forEach(finding -> outcomes.add(finding.outcome()));
    boolean judged = findings.stream().anyMatch(finding -> finding.evidence().isPresent());
    if (outcomes.contains(Outcome.REGRESSED)) {
      return Status.REGRESSION;
    }
    if (outcomes.contains(Outcome.FAILED) || forbidden(outcomes, Outcome.REMOVED)) {
      return Status.INCOMPLETE;
    }
    if (forbidden(outcomes, Outcome.INCOMPARABLE)) {
      return Status.INCOMPARABLE;
    }
    if (!judged) {
      // One fork on a side allows no claim at all; a pass would be one.
      return outcomes.contains(Outcome.INCONCLUSIVE) ? Status.INCONCLUSIVE : Status.INCOMPLETE;
    }
    return forbidden(outcomes, Outcome.INCONCLUSIVE) ? Status.INCONCLUSIVE : Status.PASS;
  }

  private boolean forbidden(Set<Outcome> outcomes, Outcome outcome) {
    return outcomes.contains(outcome) && policy.failOn().contains(outcome);
  }

  private static List<Finding> excluded(Comparison comparison) {
    return comparison.exclusions().stream()
        .map(
            exclusion ->
                new Finding(
                    exclusion.id(),
                    Outcome.valueOf(exclusion.kind().name()),
                    exclusion.because(),
                    Optional.empty()))
        .toList();
  }

  private static Finding unconfirmed(Finding finding) {
    boolean claims =
        finding.outcome() == Outcome.REGRESSED || finding.outcome() == Outcome.IMPROVED;
    return claims ? Reckoning.warned(finding, Warning.UNCONFIRMED) : finding;
  }

  /** Judges together all chosen differences of each judged metric, losses and gains apart. */
  private List<Finding> family(Comparison comparison, Predicate<Difference> chosen, Kind kind) {
    Map<String, List<Difference>> testable = new HashMap<>();
    SortedSet<BenchmarkId> claimless = new TreeSet<>();
    for (Difference difference : comparison.differences()) {
      if (!policy.judges(difference.metric()) || !chosen.test(difference)) {
        continue;
      }
      if (difference.estimates().isPresent()) {
        testable
            .computeIfAbsent(difference.metric().name(), name -> new ArrayList<>())
            .add(difference);
      } else {
        claimless.add(difference.id());
      }
    }
    List<Finding> findings = new ArrayList<>();
    testable.values().forEach(differences -> findings.addAll(judge(differences, kind)));
    claimless.forEach(id -> findings.add(noClaim(id)));
    return findings;
  }

  private static Finding noClaim(BenchmarkId id) {
    return new Finding(
        id,
        Outcome.INCONCLUSIVE,
        "No claim: %s. Measure at least 2 forks on each side.".formatted(Warning.ONE_FORK.text()),
        Optional.empty());
  }

  private List<Finding> judge(List<Difference> differences, Kind kind) {
    double[] worse = new double[differences.size()];
    double[] better = new double[differences.size()];
    for (int i = 0; i < worse.length; i++) {
      Estimates estimates = differences.get(i).estimates().orElseThrow();
      worse[i] = pWorse(estimates);
      better[i] = pBetter(estimates);
    }
    double[] surelyWorse = Multiplicity.holm(worse);
    double[] surelyBetter = Multiplicity.holm(better);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < worse.length; i++) {
      Reckoning reckoning = new Reckoning(differences.get(i), policy, kind);
      findings.add(reckoning.finding(surelyWorse[i], surelyBetter[i]));
    }
    return findings;
  }

  private static double pWorse(Estimates estimates) {
    if (estimates.quartile().estimate() <= 0 && estimates.mean().estimate() <= 0) {
      return 1; // both p are at least one half, and the smaller counts twice
    }
    return Combination.bonferroni(estimates.quartile().pGreater(), estimates.mean().pGreater());
  }

  private static double pBetter(Estimates estimates) {
    if (estimates.quartile().estimate() >= 0 && estimates.mean().estimate() >= 0) {
      return 1;
    }
    return Combination.bonferroni(estimates.quartile().pLess(), estimates.mean().pLess());
  }
}
