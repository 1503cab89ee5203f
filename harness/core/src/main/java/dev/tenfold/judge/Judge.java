package dev.tenfold.judge;

import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Difference.Estimates;
import dev.tenfold.compare.Warning;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.stats.Combination;
import dev.tenfold.stats.Multiplicity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Decides.
 *
 * <p>A difference has two estimates, and the smaller of their two p-values counts twice
 * (Bonferroni). In a screening, every difference with p below {@link Policy#screen()} is a suspect;
 * suspects are measured again, and their fate is decided by the fresh numbers alone, so that what
 * was picked for looking bad is not also convicted by it. Fresh numbers may be looked at more than
 * once; then each look's p counts by its share of the allowed error ({@link
 * dev.tenfold.run.Looks}), and the smallest is Holm's to correct. It stays true wherever one stops.
 * Without a second measurement all differences are judged together on the one there is, and say so.
 */
public final class Judge {
  /** A screened benchmark with a larger p is not worth another look. */
  private static final double CLEARED = 0.8;

  /**
   * A suspect with a larger p has fresh numbers that point nowhere or to the better. From 0.3 on
   * would save a twentieth of the forks and lose up to 7 points of what is found (measured:
   * DESIGN.md, "Screen, then confirm").
   */
  private static final double FUTILE = 0.5;

  private final Policy policy;
  private final int suite;

  public Judge(Policy policy) {
    this(policy, 0);
  }

  /**
   * A judge of a share of a suite, who claims nothing that would not stand among all the suite.
   *
   * @param suite how many benchmarks there are in all; 0 if what is judged is the whole
   */
  public Judge(Policy policy, int suite) {
    this.policy = policy;
    this.suite = suite;
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
    return isTestable(difference) && pWorse(difference) < policy.screen();
  }

  private boolean isTestable(Difference difference) {
    return policy.judges(difference.metric()) && difference.estimates().isPresent();
  }

  /**
   * The benchmarks of a screening that deserve more forks before they are let go, the most suspect
   * first: no suspects, but not clearly innocent either. One fork has cleared nobody.
   */
  public List<BenchmarkId> open(Comparison screening) {
    SortedSet<BenchmarkId> suspects = suspects(screening);
    ToDoubleFunction<Difference> p = each -> each.estimates().isPresent() ? pWorse(each) : 0;
    return screening.differences().stream()
        .filter(difference -> policy.judges(difference.metric()))
        .filter(difference -> p.applyAsDouble(difference) < CLEARED)
        .filter(difference -> !suspects.contains(difference.id()))
        .sorted(Comparator.comparingDouble(p))
        .map(Difference::id)
        .distinct()
        .toList();
  }

  /** The suspects of a screening in the order in which they should be measured again. */
  public List<BenchmarkId> mostSuspectFirst(Comparison screening) {
    return screening.differences().stream()
        .filter(this::isSuspect)
        .sorted(Comparator.comparingDouble(Judge::pWorse))
        .map(Difference::id)
        .distinct()
        .toList();
  }

  /**
   * The benchmarks of a screening whose scores are too vague for a claim whatever they say, the
   * least vague first, because it takes least to decide. How far they lie apart decides and not
   * where they lie, so that measuring them on favours no outcome. (Who stops where the spread
   * happens to look small is a little too sure: at the very margin, 5 % false claims become up to 7
   * %. Sharing the error out among the looks would cost most of the claims instead.)
   */
  public List<BenchmarkId> vague(Comparison screening) {
    SortedSet<BenchmarkId> suspects = suspects(screening);
    return screening.differences().stream()
        .filter(difference -> difference.metric().isScore() && isTestable(difference))
        .filter(difference -> !suspects.contains(difference.id()))
        .filter(difference -> vagueness(difference) > 1)
        .sorted(Comparator.comparingDouble(this::vagueness))
        .map(Difference::id)
        .toList();
  }

  private double vagueness(Difference difference) {
    return new Reckoning(difference, policy).vagueness();
  }

  /**
   * The suspects that further forks may still decide, the most suspect first. One that is surely
   * within the margin of what counts as unchanged, but still leans to the worse, is among them: a
   * threshold is smaller than that margin.
   */
  public List<BenchmarkId> undecided(Comparison screening, List<Comparison> looks) {
    Set<Key> suspects = suspectKeys(screening);
    // By the plain p of the last look: the corrected ones of early looks are often all 1.
    return findings(sequels(looks, suspects).values(), suspects.size()).stream()
        .filter(finding -> finding.outcome() != Outcome.REGRESSED)
        .flatMap(finding -> finding.evidence().stream())
        .map(Finding.Evidence::difference)
        .filter(difference -> pWorse(difference) < FUTILE)
        .sorted(Comparator.comparingDouble(Judge::pWorse))
        .map(Difference::id)
        .distinct()
        .toList();
  }

  private Set<Key> suspectKeys(Comparison screening) {
    Set<Key> suspects = new HashSet<>();
    screening.differences().stream()
        .filter(this::isSuspect)
        .forEach(difference -> suspects.add(Key.of(difference)));
    return suspects;
  }

  /** The verdict on a comparison that cannot be confirmed. */
  public Verdict verdict(Comparison comparison) {
    List<Finding> findings = new ArrayList<>(excluded(comparison));
    findings.addAll(
        family(comparison, difference -> true).stream().map(Judge::unconfirmed).toList());
    return concluded(comparison, findings);
  }

  /**
   * The verdict on a screening whose suspects were measured again.
   *
   * @param looks at the suspects and nothing else, in their order; empty if there were no suspects
   */
  public Verdict verdict(Comparison screening, List<Comparison> looks) {
    Set<Key> suspects = suspectKeys(screening);
    List<Finding> findings = new ArrayList<>();
    Set<BenchmarkId> gone = new HashSet<>();
    if (!looks.isEmpty()) {
      // The first look is at all; what broke in a later round has broken in its failures too.
      Comparison all = looks.get(0);
      all.exclusions().forEach(exclusion -> gone.add(exclusion.id()));
      findings.addAll(excluded(all));
    }
    findings.addAll(
        excluded(screening).stream().filter(finding -> !gone.contains(finding.id())).toList());
    Map<Key, Sequel> sequels = sequels(looks, suspects);
    findings.addAll(findings(sequels.values(), suspects.size()));
    for (Key suspect : suspects) {
      boolean known = findings.stream().anyMatch(finding -> finding.id().equals(suspect.id()));
      if (!known) {
        String because =
            "It looked worse in the screening, and the time was over before it was measured again.";
        findings.add(new Finding(suspect.id(), Outcome.INCONCLUSIVE, because, Optional.empty()));
      }
    }
    findings.addAll(
        family(screening, d -> !suspects.contains(Key.of(d)) && !gone.contains(d.id())).stream()
            .map(Judge::unconfirmed)
            .toList());
    return concluded(screening, findings);
  }

  /** What became of one suspect difference over the looks at it. */
  private static final class Sequel {
    double worse = 1;
    double better = 1;
    Optional<Difference> last = Optional.empty();

    void add(Difference difference) {
      last = Optional.of(difference);
      if (difference.estimates().isPresent()) {
        double share = difference.estimates().get().share();
        worse = Math.min(worse, pWorse(difference) / share);
        better = Math.min(better, pBetter(difference) / share);
      }
    }
  }

  private Map<Key, Sequel> sequels(List<Comparison> looks, Set<Key> suspects) {
    Map<Key, Sequel> sequels = new TreeMap<>();
    for (Comparison look : looks) {
      for (Difference difference : look.differences()) {
        Key key = Key.of(difference);
        if (suspects.contains(key)) {
          sequels.computeIfAbsent(key, any -> new Sequel()).add(difference);
        }
      }
    }
    return sequels;
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
        (findings.isEmpty() && suite == 0)
            || findings.stream().anyMatch(f -> f.outcome() == Outcome.FAILED);
    Status otherwise = required ? Status.INCOMPARABLE : Status.PASS;
    return concluded(comparison, findings, failed ? Status.INCOMPLETE : otherwise);
  }

  private record Key(BenchmarkId id, String metric) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byId = id.compareTo(other.id);
      return byId == 0 ? metric.compareTo(other.metric) : byId;
    }

    static Key of(Difference difference) {
      return new Key(difference.id(), difference.metric().name());
    }
  }

  private Verdict concluded(Comparison comparison, List<Finding> findings) {
    return concluded(comparison, findings, Status.of(findings, policy, suite > 0));
  }

  private Verdict concluded(Comparison comparison, List<Finding> findings, Status status) {
    return new Verdict(
        status,
        comparison.kind(),
        comparison.base(),
        comparison.head(),
        findings,
        List.of(),
        List.of(),
        policy);
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

  /** Judges together all chosen differences of judged metrics, losses and gains apart. */
  private List<Finding> family(Comparison comparison, Predicate<Difference> chosen) {
    List<Sequel> once = new ArrayList<>();
    for (Difference difference : comparison.differences()) {
      if (policy.judges(difference.metric()) && chosen.test(difference)) {
        Sequel sequel = new Sequel();
        sequel.add(difference);
        once.add(sequel);
      }
    }
    return findings(once, 0);
  }

  /** Judges together, in a family of at least so many. */
  private List<Finding> findings(Collection<Sequel> sequels, int family) {
    List<Sequel> testable = new ArrayList<>();
    SortedSet<BenchmarkId> claimless = new TreeSet<>();
    for (Sequel sequel : sequels) {
      Difference difference = sequel.last.orElseThrow();
      if (difference.estimates().isPresent()) {
        testable.add(sequel);
      } else {
        claimless.add(difference.id());
      }
    }
    List<Finding> findings = new ArrayList<>(corrected(testable, family));
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

  private List<Finding> corrected(List<Sequel> together, int family) {
    double[] worse = corrected(together, family, sequel -> sequel.worse);
    double[] better = corrected(together, family, sequel -> sequel.better);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < together.size(); i++) {
      Sequel sequel = together.get(i);
      Reckoning reckoning = new Reckoning(sequel.last.orElseThrow(), policy);
      findings.add(reckoning.finding(worse[i], better[i]));
    }
    return findings;
  }

  /**
   * Holm's correction, over scores and allocations alike. What belongs to the family and is not
   * here, because it is in another share of the suite or still to be measured, stands in it with
   * the p of 1: whatever its true p is, no other's corrected p gets larger by it.
   */
  private double[] corrected(List<Sequel> together, int family, ToDoubleFunction<Sequel> p) {
    // A benchmark of another share may be judged by its score and by its allocation.
    double[] all = new double[Math.max(Math.max(2 * suite, family), together.size())];
    Arrays.fill(all, 1);
    for (int i = 0; i < together.size(); i++) {
      all[i] = Math.min(1, p.applyAsDouble(together.get(i)));
    }
    return Multiplicity.holm(all);
  }

  private static double pWorse(Difference difference) {
    Estimates estimates = difference.estimates().orElseThrow();
    if (estimates.quartile().estimate() <= 0 && estimates.mean().estimate() <= 0) {
      return 1; // both p are at least one half, and the smaller counts twice
    }
    return Combination.bonferroni(estimates.quartile().pGreater(), estimates.mean().pGreater());
  }

  private static double pBetter(Difference difference) {
    Estimates estimates = difference.estimates().orElseThrow();
    if (estimates.quartile().estimate() >= 0 && estimates.mean().estimate() >= 0) {
      return 1;
    }
    return Combination.bonferroni(estimates.quartile().pLess(), estimates.mean().pLess());
  }
}
