package dev.tenfold.check;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Terms;
import dev.tenfold.compare.Tolerance;
import dev.tenfold.growth.Growth;
import dev.tenfold.growth.Growths;
import dev.tenfold.html.Runs;
import dev.tenfold.jmh.Detail;
import dev.tenfold.judge.Demands;
import dev.tenfold.judge.Judge;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Run;
import dev.tenfold.store.RunFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a verdict rests on, and nothing else: from the same material the same verdict is
 * reached, at once or years later. Its file form is a directory of run files.
 *
 * @param base what the head is compared with; empty if there is nothing
 * @param head what is judged
 * @param confirmation the fresh forks of the suspects, base and head; empty if there are none
 * @param share of the suite that it is; empty if it is the whole
 */
public record Material(
    Optional<Run> base, Run head, Optional<Confirmation> confirmation, Optional<Share> share) {
  private static final String HEAD = "run.json";
  private static final String BASE = "base.json";
  private static final String CONFIRMING_HEAD = "confirm-run.json";
  private static final String CONFIRMING_BASE = "confirm-base.json";

  /** The material of a whole suite. */
  public Material(Optional<Run> base, Run head, Optional<Confirmation> confirmation) {
    this(base, head, confirmation, Optional.empty());
  }

  /** Fresh forks of both sides, taken together. */
  public record Confirmation(Run base, Run head) {

    /** What was known at each of the looks that were planned, as far as forks were taken. */
    List<Comparison> looks(Set<Tolerance> tolerated) {
      List<Integer> planned =
          head.results().stream()
              .map(result -> result.circumstances().looks().at())
              .findFirst()
              .orElse(List.of());
      Terms terms = Terms.sideBySide(tolerated);
      return planned.isEmpty()
          ? List.of(Comparer.compare(base, head, terms))
          : planned.stream()
              .map(forks -> Comparer.compare(base.after(forks), head.after(forks), terms))
              .toList();
    }
  }

  /** The material in a directory, as {@link #write} left it. */
  public static Material read(Path directory) {
    Path head = directory.resolve(HEAD);
    if (!Files.exists(head)) {
      throw new InputException(
          "There is no %s in %s. Name the directory that a check wrote to, for example reports/latest."
              .formatted(HEAD, directory));
    }
    Path base = directory.resolve(BASE);
    Path fresh = directory.resolve(CONFIRMING_HEAD);
    return new Material(
        Files.exists(base) ? Optional.of(run(base)) : Optional.empty(),
        run(head),
        Files.exists(fresh)
            ? Optional.of(new Confirmation(run(directory.resolve(CONFIRMING_BASE)), run(fresh)))
            : Optional.empty(),
        Share.in(directory));
  }

  private static Run run(Path file) {
    // Whole, because what a pair says is said round by round.
    return RunFile.read(file, Detail.WHOLE);
  }

  void write(Output output) {
    output.run(HEAD, head);
    base.ifPresent(run -> output.run(BASE, run));
    confirmation.ifPresent(
        fresh -> {
          output.run(CONFIRMING_BASE, fresh.base());
          output.run(CONFIRMING_HEAD, fresh.head());
        });
    share.ifPresent(output::share);
  }

  /** The runs that it is made of. */
  public Runs runs() {
    return new Runs(
        base,
        Optional.of(head),
        confirmation.map(Confirmation::base),
        confirmation.map(Confirmation::head));
  }

  /** The same material, which is a share and complete. */
  Material as(Optional<Share> measured) {
    return new Material(base, head, confirmation, measured);
  }

  /** The names of all the files that a directory of material may hold. */
  public static List<String> files() {
    return List.of(HEAD, BASE, CONFIRMING_HEAD, CONFIRMING_BASE, Share.FILE);
  }

  /**
   * The verdict on this material.
   *
   * @param required whether it is an error that there is no base
   * @param tolerated ways in which a stored base may differ
   * @param spread between sessions, for a base that was measured in another one
   */
  public Verdict verdict(
      Policy policy, boolean required, Set<Tolerance> tolerated, SessionSpread spread) {
    Verdict verdict =
        verdict(policy, share.map(Share::suite).orElse(0), required, tolerated, spread);
    return share.map(part -> verdict.noting(part.note(verdict.expected()))).orElse(verdict);
  }

  /**
   * The verdict on this material as a part of a suite.
   *
   * @param suite how many benchmarks there are in all; 0 if this is the whole
   */
  Verdict verdict(
      Policy policy, int suite, boolean required, Set<Tolerance> tolerated, SessionSpread spread) {
    Judge judge = new Judge(policy, suite);
    Run was = base.orElseGet(() -> new Run(Origin.UNKNOWN, List.of(), List.of()));
    Comparison comparison = Comparer.compare(was, head, terms(tolerated, spread));
    Verdict verdict =
        base.isEmpty()
            ? judge.withoutBase(comparison, required)
            : verdict(judge, comparison, tolerated);
    List<Growth> growths = Growths.of(base, head, comparison, policy.clauses().sizes());
    return Demands.added(verdict, growths, head, suite > 0);
  }

  private Verdict verdict(Judge judge, Comparison comparison, Set<Tolerance> tolerated) {
    if (!isOneSession()) {
      return judge.verdict(comparison);
    }
    List<Comparison> looks = confirmation.map(fresh -> fresh.looks(tolerated)).orElse(List.of());
    Verdict verdict = judge.verdict(comparison, looks);
    boolean same =
        origin().jar().isPresent()
            && origin().jar().equals(head.origin().jar())
            && head.spared().isEmpty();
    return same
        ? verdict.noting("Both jars are byte for byte the same: every difference is noise.")
        : verdict;
  }

  /** Runs of one session bear the same time, because it is the session's. */
  boolean isOneSession() {
    return base.isPresent()
        && origin().at().isPresent()
        && origin().at().equals(head.origin().at());
  }

  private Origin origin() {
    return base.map(Run::origin).orElse(Origin.UNKNOWN);
  }

  private Terms terms(Set<Tolerance> tolerated, SessionSpread spread) {
    if (isOneSession()) {
      return Terms.sideBySide(tolerated);
    }
    Optional<Machine> was = origin().machine();
    Optional<Machine> is = head.origin().machine();
    boolean elsewhere = was.isPresent() && is.isPresent() && !was.equals(is);
    boolean portable = elsewhere && was.map(Machine::portable).equals(is.map(Machine::portable));
    return portable && !tolerated.contains(Tolerance.MACHINE)
        ? Terms.allocation(tolerated)
        : Terms.stored(tolerated, spread);
  }
}
