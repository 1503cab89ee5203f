package dev.tenfold.check;

import static dev.tenfold.run.Runs.MACHINE;
import static dev.tenfold.run.Runs.allocating;
import static dev.tenfold.run.Runs.failing;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.iterations;
import static dev.tenfold.run.Runs.origin;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.check.Material.Confirmation;
import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Kind;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Tolerance;
import dev.tenfold.compare.Warning;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialTest {
  private static final Origin NOW = origin(MACHINE, "2026-01-02T03:04:05Z");
  private static final Origin EARLIER = origin(MACHINE, "2026-01-01T03:04:05Z");
  private static final Machine FASTER =
      new Machine("Fast CPU", 64, 256, "o", "k", "none", "j", 17, "G1", MACHINE.objectLayout());

  @TempDir private Path directory;

  private static Run base(Origin origin) {
    return run(
        origin,
        allocating(iterations(id("a"), row(100), row(101), row(99)), 16, 16, 16),
        result(id("gone"), 1, 2, 3),
        result(id("steady"), 100, 100.5, 99.5));
  }

  private static Run head(Origin origin) {
    return failing(
        run(
            origin,
            allocating(iterations(id("a"), row(120), row(121), row(119)), 32, 32, 32),
            result(id("steady"), 100, 100.4, 99.6)),
        id("broken"));
  }

  private static double[] row(double level) {
    return new double[] {level, level * 1.5, level, level * 1.01};
  }

  private static Verdict verdict(Material material) {
    return material.verdict(Policy.standard(), false, Set.of(), SessionSpread.STATED);
  }

  private Material reread(Material material) {
    material.write(Output.in(directory));
    return Material.read(directory);
  }

  @Test
  void theSameVerdictIsReachedFromTheFiles() {
    Run freshBase = run(NOW, allocating(result(id("a"), 100, 100.1), 16, 16));
    Run freshHead = run(NOW, allocating(result(id("a"), 110, 110.1), 32, 32));
    for (Material material :
        new Material[] {
          new Material(Optional.empty(), head(NOW), Optional.empty()),
          new Material(Optional.of(base(EARLIER)), head(NOW), Optional.empty()),
          new Material(Optional.of(base(NOW)), base(NOW), Optional.empty()),
          new Material(
              Optional.of(base(NOW)),
              head(NOW),
              Optional.of(new Confirmation(freshBase, freshHead))),
          inTurns()
        }) {
      assertThat(verdict(reread(material))).isEqualTo(verdict(material));
    }
  }

  /** Two suspects of which one was decided at the first look and the other at the third. */
  private static Material inTurns() {
    double[] level = new double[15];
    double[] early = new double[5];
    double[] late = new double[15];
    for (int i = 0; i < level.length; i++) {
      level[i] = 100 + i;
      late[i] = level[i] * (i % 2 == 0 ? 1.08 : 1.0) * (1 + i / 1000.0);
      if (i < early.length) {
        early[i] = level[i] * (1.1 + i / 1000.0);
      }
    }
    Confirmation fresh =
        new Confirmation(
            run(NOW, looked("early", Arrays.copyOf(level, 5)), looked("late", level)),
            run(NOW, looked("early", early), looked("late", late)));
    Run base =
        run(
            NOW,
            Runs.inTurns(iterations(id("early"), row(100), row(101), row(99))),
            Runs.inTurns(iterations(id("late"), row(100), row(101), row(99))),
            Runs.inTurns(iterations(id("steady"), row(100), row(101), row(99))),
            result(id("alone"), 100, 101, 99));
    Run head =
        run(
            NOW,
            Runs.inTurns(iterations(id("early"), row(110), row(111), row(109))),
            Runs.inTurns(iterations(id("late"), row(105), row(106), row(104))),
            Runs.inTurns(iterations(id("steady"), row(100), row(101.1), row(98.9))),
            result(id("alone"), 100, 101, 99)
                .under(new Circumstances(List.of(), Optional.of("one port"), Looks.ONCE)));
    return new Material(Optional.of(base), head, Optional.of(fresh));
  }

  private static Result looked(String name, double... forks) {
    return Runs.inTurns(result(id(name), forks), 5, 10, 15);
  }

  @Test
  void eachLookThatWasPlannedIsTakenAgainFromTheFiles() {
    Material material = reread(inTurns());
    List<Comparison> looks = material.confirmation().orElseThrow().looks(Set.of());
    assertThat(looks)
        .extracting(look -> look.differences().stream().map(d -> d.id().method()).toList())
        .containsExactly(
            List.of("a.B.early", "a.B.late"), List.of("a.B.late"), List.of("a.B.late"));
    assertThat(looks)
        .extracting(look -> look.differences().get(0).estimates().orElseThrow().share())
        .containsExactly(1.0 / 36, 8.0 / 36, 27.0 / 36);
    Verdict verdict = verdict(material);
    assertThat(verdict.kind()).isEqualTo(Kind.TURNS);
    assertThat(find(verdict, "early").outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(find(verdict, "late").outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(find(verdict, "steady").outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(find(verdict, "alone").evidence().orElseThrow().difference().warnings())
        .contains(Warning.WHOLE_FORKS);
  }

  @Test
  void aConfirmationInWhichAllBrokeIsReadAgainAsSuch() {
    Material turned = inTurns();
    Confirmation broken =
        new Confirmation(
            failing(run(NOW), id("early"), id("late")), failing(run(NOW), id("early"), id("late")));
    Material material = new Material(turned.base(), turned.head(), Optional.of(broken));
    Verdict verdict = verdict(reread(material));
    assertThat(verdict).isEqualTo(verdict(material));
    assertThat(find(verdict, "early").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
  }

  private static Finding find(Verdict verdict, String name) {
    return verdict.findings().stream()
        .filter(f -> f.id().equals(id(name)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatAnEarlierCheckLeftIsNotReadBesideTheNew() throws IOException {
    Confirmation fresh =
        new Confirmation(run(NOW, result(id("a"), 1, 2)), run(NOW, result(id("a"), 1, 2)));
    reread(new Material(Optional.of(base(NOW)), head(NOW), Optional.of(fresh)));
    Files.writeString(directory.resolve("mine.txt"), "stays");
    Material alone = reread(new Material(Optional.empty(), head(NOW), Optional.empty()));
    assertThat(alone.base()).isEmpty();
    assertThat(alone.confirmation()).isEmpty();
    assertThat(directory.resolve("mine.txt")).exists();
  }

  @Test
  void aDirectoryWithoutMaterialIsAnErrorOfTheUser() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Material.read(directory))
        .withMessageContaining("There is no run.json in " + directory);
  }

  @Test
  void halfAConfirmationIsAnErrorOfTheUser() throws IOException {
    Confirmation fresh =
        new Confirmation(run(NOW, result(id("a"), 1, 2)), run(NOW, result(id("a"), 1, 2)));
    reread(new Material(Optional.of(base(NOW)), head(NOW), Optional.of(fresh)));
    Files.delete(directory.resolve("confirm-base.json"));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Material.read(directory))
        .withMessageContaining("confirm-base.json");
  }

  @Test
  void runsOfTheSameTimeAreOneSession() {
    Material together = new Material(Optional.of(base(NOW)), head(NOW), Optional.empty());
    assertThat(together.isOneSession()).isTrue();
    assertThat(verdict(together).kind()).isEqualTo(Kind.SIDE_BY_SIDE);
    Material apart = new Material(Optional.of(base(EARLIER)), head(NOW), Optional.empty());
    assertThat(apart.isOneSession()).isFalse();
    assertThat(verdict(apart).kind()).isEqualTo(Kind.STORED);
  }

  @Test
  void runsThatDoNotTellTheirTimeAreNotOneSession() {
    Run untold = base(Origin.UNKNOWN);
    assertThat(new Material(Optional.of(untold), untold, Optional.empty()).isOneSession())
        .isFalse();
    assertThat(new Material(Optional.empty(), untold, Optional.empty()).isOneSession()).isFalse();
  }

  @Test
  void onlyFreshForksConvictInOneSession() {
    Run calm = run(NOW, allocating(result(id("a"), 100, 100.1), 16, 16));
    Material cleared =
        new Material(Optional.of(base(NOW)), head(NOW), Optional.of(new Confirmation(calm, calm)));
    Verdict verdict = verdict(cleared);
    assertThat(verdict.findings()).noneMatch(f -> f.outcome() == Outcome.REGRESSED);
    assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void storedNumbersConvictUnconfirmedAndWithTheSpreadBetweenSessions() {
    Material stored = new Material(Optional.of(base(EARLIER)), head(NOW), Optional.empty());
    Verdict verdict = verdict(stored);
    Finding time = find(verdict, false);
    // 20 % slower, and yet within what two sessions of one machine may lie apart.
    assertThat(time.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    Finding allocation = find(verdict, true);
    assertThat(allocation.outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(allocation.evidence().orElseThrow().difference().warnings())
        .contains(Warning.UNCONFIRMED);
    Verdict vouched = stored.verdict(Policy.standard(), false, Set.of(), SessionSpread.NONE);
    assertThat(find(vouched, false).outcome()).isEqualTo(Outcome.REGRESSED);
  }

  private static Finding find(Verdict verdict, boolean allocation) {
    return verdict.findings().stream()
        .filter(f -> f.id().equals(id("a")) && (f.subject() == Subject.ALLOCATION) == allocation)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ofAFasterMachineWithTheSameJvmAllocationAloneIsCompared() {
    Origin elsewhere = origin(FASTER, "2026-01-01T03:04:05Z");
    Run was = run(elsewhere, allocating(result(id("a"), 10, 11, 12), 16, 16, 16));
    Run is = run(NOW, allocating(result(id("a"), 100, 101, 102), 32, 32, 32));
    Material material = new Material(Optional.of(was), is, Optional.empty());
    Verdict verdict = verdict(material);
    assertThat(verdict.findings())
        .singleElement()
        .matches(finding -> finding.subject() == Subject.ALLOCATION);
    assertThat(verdict.status()).isEqualTo(Status.REGRESSION);
    Verdict allowed =
        material.verdict(Policy.standard(), false, Set.of(Tolerance.MACHINE), SessionSpread.NONE);
    assertThat(allowed.findings()).hasSize(2);
  }

  @Test
  void ofAMachineWithAnotherJvmNothingIsCompared() {
    Machine other = new Machine("c", 1, 1, "o", "k", "none", "j", 21, "G1", "align 8");
    Run was = run(origin(other, "2026-01-01T03:04:05Z"), result(id("a"), 10, 11, 12));
    Run is = run(NOW, result(id("a"), 10, 11, 12));
    Verdict verdict = verdict(new Material(Optional.of(was), is, Optional.empty()));
    assertThat(verdict.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.because()).contains("--allow machine"));
    assertThat(verdict.status()).isEqualTo(Status.INCOMPARABLE);
  }

  @Test
  void withoutABaseItDependsOnWhetherOneIsRequired() {
    Material alone =
        new Material(Optional.empty(), run(NOW, result(id("a"), 1, 2)), Optional.empty());
    Policy policy = Policy.standard();
    assertThat(alone.verdict(policy, false, Set.of(), SessionSpread.NONE).status())
        .isEqualTo(Status.PASS);
    assertThat(alone.verdict(policy, true, Set.of(), SessionSpread.NONE).status())
        .isEqualTo(Status.INCOMPARABLE);
  }

  @Test
  void twiceTheSameJarIsSaid() {
    Origin same =
        new Origin(
            Optional.of(MACHINE), Optional.empty(), Optional.of(Instant.EPOCH), Optional.of("ab"));
    Run run = run(same, result(id("a"), 100, 100.5));
    assertThat(verdict(new Material(Optional.of(run), run, Optional.empty())).notes())
        .singleElement()
        .asString()
        .contains("byte for byte the same");
  }
}
