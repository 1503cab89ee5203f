package dev.tenfold.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.compare.SessionSpread;
import dev.tenfold.config.Effort;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Judge;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is measured again, how often, and when it is enough. */
class CampaignTest {
  private static final double[] SAME = {100, 99, 101, 99.5, 100.5, 99.8, 100.2, 100};
  private static final double[] SLOWER = {120, 121, 119, 120.5, 119.5, 120.2, 119.8, 120};
  private static final double[] A_LITTLE = {103.9, 104.9, 102.9, 104.4, 103.4, 104.1, 103.7, 104};
  private static final double[] DOUBTFUL = {105, 99, 104, 101, 105.5, 98.5, 104, 101};
  private static final double[] VAGUE = {80, 120, 75, 118, 85, 115, 82, 117};

  private final ScriptedForks forks = new ScriptedForks();
  private final List<Material> told = new ArrayList<>();

  private Verdict verdict(Effort effort) {
    Policy policy = Policy.standard();
    Campaign campaign = new Campaign(forks, effort, new Judge(policy), Set.of());
    return campaign.run(told::add).verdict(policy, false, Set.of(), SessionSpread.NONE);
  }

  private static Finding of(String name, Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.id().equals(Runs.id(name)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void withoutSuspectsTheScreeningIsAll() {
    forks.with("a", SAME, SLOWER).with("b", SAME, SLOWER);
    assertThat(verdict(Effort.STANDARD).findings())
        .allMatch(finding -> finding.outcome() == Outcome.UNCHANGED);
    assertThat(forks.asked()).containsExactly("screening to 4: a b");
    assertThat(told).hasSize(1);
  }

  @Test
  void whatIsPlainIsDecidedAtTheFirstLookAtFreshForks() {
    forks.with("a", SAME, SLOWER).with("b", SLOWER, SLOWER);
    Verdict verdict = verdict(Effort.STANDARD);
    assertThat(of("b", verdict).outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(forks.asked())
        .containsExactly("screening to 4: a b", "confirming 1 suspects to 4: b");
  }

  @Test
  void aSuspectWhoseFreshForksPointNowhereIsSentHome() {
    forks.with("a", SLOWER, SAME);
    assertThat(of("a", verdict(Effort.STANDARD)).outcome()).isNotEqualTo(Outcome.REGRESSED);
    assertThat(forks.asked()).containsExactly("screening to 4: a", "confirming 1 suspects to 4: a");
  }

  @Test
  void whatStillLeansToTheWorseIsMeasuredToTheLastLook() {
    forks.with("a", DOUBTFUL, DOUBTFUL);
    verdict(Effort.STANDARD);
    assertThat(forks.asked())
        .containsExactly(
            "screening to 4: a",
            "confirming 1 suspects to 4: a",
            "confirming 1 suspects to 8: a",
            "confirming 1 suspects to 16: a");
  }

  @Test
  void aLossWithinTheMarginOfTheUnchangedIsNotSentHomeForThat() {
    forks.with("a", A_LITTLE, A_LITTLE);
    Finding finding = of("a", verdict(Effort.STANDARD));
    assertThat(finding.outcome()).as("4 %, with a threshold of 3 %").isEqualTo(Outcome.REGRESSED);
  }

  @Test
  void aSecondLookOfTheScreeningSparesSuspectsAndTheClearlyInnocent() {
    double[] faster = {80, 81, 79, 80.5, 79.5, 80.2, 79.8, 80};
    double[] open = {100.5, 101.5, 99.4, 101, 99.4, 100.6, 100.2, 100};
    forks.with("a", faster, SAME).with("b", SLOWER, SLOWER).with("c", open, SAME);
    verdict(Effort.STANDARD.screening(new Looks(List.of(4, 8))));
    assertThat(forks.asked().subList(0, 2))
        .containsExactly("screening to 4: a b c", "screening to 8: c");
  }

  @Test
  void aBudgetGoesToTheSuspectsAndWhatIsLeftBuysSharperSightOfTheVague() {
    forks.with("a", SAME, SAME).with("b", VAGUE, SAME).with("c", SLOWER, SLOWER);
    verdict(Effort.STANDARD.within(Duration.ofMinutes(12 + 16)));
    assertThat(forks.asked())
        .containsExactly(
            "screening to 4: a b c",
            "confirming 1 suspects to 4: c",
            "sharpening 1 to 8: b",
            "sharpening 1 to 16: b");
  }

  @Test
  void whatLooksWorseWhenItIsSeenMoreSharplyIsConfirmedToo() {
    double[] hidden = {103, 76, 114, 108, 112, 111, 113, 112};
    forks.with("a", hidden, SLOWER);
    Verdict verdict = verdict(Effort.STANDARD.within(Duration.ofMinutes(40)));
    assertThat(forks.asked())
        .containsExactly(
            "screening to 4: a", "sharpening 1 to 8: a", "confirming 1 suspects to 4: a");
    assertThat(of("a", verdict).outcome()).isEqualTo(Outcome.REGRESSED);
  }

  @Test
  void withoutABudgetNothingIsSharpened() {
    forks.with("b", VAGUE, SAME);
    assertThat(of("b", verdict(Effort.STANDARD)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(forks.asked()).containsExactly("screening to 4: b");
  }

  @Test
  void aMiddlingBudgetMeasuresTheMostSuspectToTheEndBeforeTheNext() {
    forks.with("a", DOUBTFUL, SLOWER).with("b", SLOWER, DOUBTFUL);
    verdict(Effort.STANDARD.within(Duration.ofMinutes(8 + 24)));
    assertThat(forks.asked())
        .containsExactly(
            "screening to 4: a b",
            "confirming 1 suspects to 4: b",
            "confirming 1 suspects to 8: b",
            "confirming 1 suspects to 16: b",
            "confirming 1 suspects to 4: a");
  }

  @Test
  void aTightBudgetConfirmsTheMostSuspectAndSaysWhomItLeftOut() {
    forks.with("a", DOUBTFUL, SLOWER).with("b", SLOWER, SLOWER);
    Verdict verdict = verdict(Effort.STANDARD.within(Duration.ofMinutes(8 + 7)));
    assertThat(forks.asked())
        .containsExactly("screening to 4: a b", "confirming 1 suspects to 4: b");
    assertThat(of("b", verdict).outcome()).isEqualTo(Outcome.REGRESSED);
    assertThat(of("a", verdict).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(of("a", verdict).because()).contains("the time was over");
  }

  @Test
  void aBudgetThatTheScreeningUsesUpStillGivesAVerdict() {
    forks.with("a", SLOWER, SLOWER).with("b", SAME, SAME);
    Verdict verdict = verdict(Effort.STANDARD.within(Duration.ofMinutes(1)));
    assertThat(forks.asked()).containsExactly("screening to 4: a b");
    assertThat(of("a", verdict).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(of("b", verdict).outcome()).isEqualTo(Outcome.UNCHANGED);
  }
}
