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
import dev.tenfold.compare.Kind;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Tolerance;
import dev.tenfold.compare.Warning;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
              Optional.of(new Confirmation(freshBase, freshHead)))
        }) {
      assertThat(verdict(reread(material))).isEqualTo(verdict(material));
    }
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
        .filter(f -> f.id().equals(id("a")) && f.isAllocation() == allocation)
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
    assertThat(verdict.findings()).singleElement().matches(Finding::isAllocation);
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
