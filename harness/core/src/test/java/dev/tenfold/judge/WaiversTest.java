package dev.tenfold.judge;

import static dev.tenfold.run.Runs.MACHINE;
import static dev.tenfold.run.Runs.allocating;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.origin;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Run;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaiversTest {
  private static final BenchmarkId SLOW = id("slow");
  private static final Origin NOW = origin(MACHINE, "2026-06-15T03:04:05Z");
  private static final Run BASE = run(NOW, allocating(result(SLOW, 100, 101, 99), 64, 64, 64));

  /** A tenth slower, and a quarter more bytes. */
  private static final Run HEAD = run(NOW, allocating(result(SLOW, 110, 111, 109), 80, 80, 80));

  private static Waiver waiver(String glob, Subject subject, double ceiling, String until) {
    return new Waiver(
        new Glob(glob),
        subject,
        Optional.of(new Ceiling(ceiling, false)),
        LocalDate.parse(until),
        URI.create("https://example.org/issues/7"),
        "It checks more.");
  }

  private static Verdict judged(Run base, Run head, Waiver... waivers) {
    Clauses none = Clauses.NONE;
    Policy policy =
        Policy.standard()
            .with(new Clauses(none.limits(), none.budgets(), List.of(waivers), none.sizes()));
    return Demands.added(
        new Judge(policy).verdict(Judging.compare(base, head)), List.of(), head, false);
  }

  private static Outcome outcome(Verdict verdict, Subject subject) {
    return verdict.findings().stream()
        .filter(finding -> finding.subject() == subject)
        .map(Finding::outcome)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsWaivedDoesNotFail() {
    Verdict verdict =
        judged(
            BASE,
            HEAD,
            waiver("*.slow", Subject.SCORE, 0.15, "2026-06-15"),
            waiver("*.slow", Subject.ALLOCATION, 0.3, "2026-06-16"));
    assertThat(outcome(verdict, Subject.SCORE)).isEqualTo(Outcome.WAIVED);
    assertThat(outcome(verdict, Subject.ALLOCATION)).isEqualTo(Outcome.WAIVED);
    assertThat(verdict.status()).isEqualTo(Status.PASS);
    assertThat(verdict.findings().get(0).because())
        .endsWith("waived until 2026-06-15 (https://example.org/issues/7): It checks more.");
    assertThat(verdict.notes()).isEmpty();
  }

  @Test
  void aWaiverIsForItsMetricAlone() {
    Verdict verdict = judged(BASE, HEAD, waiver("*", Subject.SCORE, 0.15, "2026-12-31"));
    assertThat(outcome(verdict, Subject.SCORE)).isEqualTo(Outcome.WAIVED);
    assertThat(outcome(verdict, Subject.ALLOCATION)).isEqualTo(Outcome.REGRESSED);
    assertThat(verdict.status()).isEqualTo(Status.REGRESSION);
  }

  @Test
  void pastItsCeilingItDoesNotHold() {
    Verdict verdict =
        judged(
            BASE,
            HEAD,
            waiver("*", Subject.SCORE, 0.05, "2026-12-31"),
            waiver("*", Subject.ALLOCATION, 0.2, "2026-12-31"));
    assertThat(outcome(verdict, Subject.SCORE)).isEqualTo(Outcome.REGRESSED);
    assertThat(outcome(verdict, Subject.ALLOCATION)).isEqualTo(Outcome.REGRESSED);
    assertThat(verdict.findings().get(0).because())
        .contains("beyond the ceiling of 5 % of its waiver (https://example.org/issues/7)");
  }

  @Test
  void pastItsDayItDoesNotHoldAndThatIsSaid() {
    Verdict verdict = judged(BASE, HEAD, waiver("*", Subject.SCORE, 0.5, "2026-06-14"));
    assertThat(outcome(verdict, Subject.SCORE)).isEqualTo(Outcome.REGRESSED);
    assertThat(verdict.notes())
        .containsExactly("The waiver for the score of * expired on 2026-06-14.");
  }

  @Test
  void oneThatIsNotNeededIsSaidNotToBe() {
    Verdict verdict = judged(BASE, BASE, waiver("*.slow", Subject.SCORE, 0.5, "2026-12-31"));
    assertThat(verdict.notes())
        .containsExactly(
            "The waiver for the score of *.slow (https://example.org/issues/7) is not needed any more: nothing that it is for regressed. Remove it.");
    assertThat(judged(BASE, BASE, waiver("*.other", Subject.SCORE, 0.5, "2026-12-31")).notes())
        .as("nothing that it is for was judged")
        .isEmpty();
  }

  @Test
  void whatIsWaivedHidesNothingElse() {
    Run broken = dev.tenfold.run.Runs.failing(HEAD, id("broken"));
    Waiver[] both = {
      waiver("*", Subject.SCORE, 0.5, "2026-12-31"),
      waiver("*", Subject.ALLOCATION, 0.5, "2026-12-31")
    };
    assertThat(judged(BASE, broken, both).status()).isEqualTo(Status.INCOMPLETE);
    assertThat(
            Demands.added(
                    new Judge(Policy.standard().failingOn(Set.of()))
                        .verdict(Judging.compare(BASE, HEAD)),
                    List.of(),
                    HEAD,
                    false)
                .status())
        .isEqualTo(Status.REGRESSION);
  }
}
