package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
  private static final BenchmarkId A = Runs.id("a");
  private static final BenchmarkId B = Runs.id("b");

  @Test
  void aPairIsNumberedAndItsOrderIsOfTwoSides() {
    assertThat(new Turns(0, "")).isNotNull();
    assertThatIllegalArgumentException().isThrownBy(() -> new Turns(-1, "bh"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Turns(0, "bxh"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Turns(0, "BH"));
  }

  @Test
  void turnsAreTakenByAllForksOrByNone() {
    Result two = Runs.result(A, 1, 2);
    Circumstances one =
        new Circumstances(List.of(new Turns(0, "bh")), Optional.empty(), Looks.ONCE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.under(one))
        .withMessageContaining("2 forks, of which 1 took turns");
    assertThat(two.circumstances()).isEqualTo(Circumstances.UNKNOWN);
  }

  @Test
  void afterSomeForksNoMoreIsKnownThanThen() {
    Result many = Runs.allocating(Runs.inTurns(Runs.result(A, 1, 2, 3, 4), 2, 4), 16, 17, 18, 19);
    Result few = Runs.result(B, 7, 8);
    Run run = Runs.failing(Runs.run(Runs.inTurns(many, 2, 4), few), Runs.id("c"));

    Run two = run.after(2);
    assertThat(two.results()).extracting(Result::id).containsExactly(A, B);
    Result first = two.results().get(0);
    assertThat(first.score().forks()).isEqualTo(many.score().forks().subList(0, 2));
    assertThat(first.series(Metric.ALLOCATION).orElseThrow().forks()).hasSize(2);
    assertThat(first.circumstances().turns()).extracting(Turns::pair).containsExactly(0, 1);
    assertThat(first.circumstances().looks().at()).containsExactly(2, 4);
    assertThat(two.failures()).isEqualTo(run.failures());
    assertThat(two.origin()).isEqualTo(run.origin());

    // What has fewer was not looked at any more.
    assertThat(run.after(3).results()).extracting(Result::id).containsExactly(A);
    assertThat(run.after(5).results()).isEmpty();
    assertThat(run.after(4).results().get(0)).isEqualTo(run.results().get(0));
  }

  @Test
  void aSummaryKeepsHowTheForksCameAbout() {
    Result result = Runs.inTurns(Runs.result(A, 1, 2), 2);
    assertThat(result.summarised().circumstances()).isEqualTo(result.circumstances());
  }
}
