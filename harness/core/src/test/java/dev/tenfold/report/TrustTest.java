package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustTest {
  private static String of(Finding... findings) {
    Verdict verdict = Verdicts.verdict(Status.PASS, List.of(findings));
    return Trust.of(Row.inOrder(verdict)).orElse("nothing");
  }

  /** A score that is known to within 1.96 times this. */
  private static Finding score(int i, double error) {
    return Verdicts.ratio(
        Outcome.UNCHANGED, Verdicts.id("a.B.c" + i), Verdicts.NS, 100, 100, error);
  }

  @Test
  void ofOneScoreItIsItsOwn() {
    assertThat(of(score(0, 0.01)))
        .matches(
            "Noise: the score is known to within ± [12]\\.\\d+ % \\(95 %\\); a true loss of \\S+ % would have been found with a chance of 80 %\\.");
  }

  @Test
  void ofFewItIsTheMiddleAndTheWorst() {
    String calm = of(score(0, 0.001), score(1, 0.001), score(2, 0.001));
    String oneNoisy = of(score(0, 0.001), score(1, 0.001), score(2, 0.1));
    assertThat(oneNoisy).startsWith("Noise: half of the 3 scores are known to within ± 0.");
    assertThat(oneNoisy.substring(0, oneNoisy.indexOf("(95")))
        .isEqualTo(calm.substring(0, calm.indexOf("(95")));
    assertThat(oneNoisy).matches(".*, all to within ± [12]\\d[^;]*; .* in all\\.");
    assertThat(calm).matches(".*, all to within ± 0\\.[^;]*; .* in all\\.");
  }

  @Test
  void ofManyTheTenthThatIsWorstIsLeftOut() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      findings.add(score(i, i == 0 ? 0.5 : 0.001));
    }
    assertThat(of(findings.toArray(Finding[]::new)))
        .matches(
            ".*half of the 30 scores .*, nine of ten to within ± 0\\.[^;]*; .* in nine of ten\\.");
  }

  @Test
  void whatIsNoScoreIsNotCounted() {
    assertThat(
            of(
                Verdicts.allocation(Outcome.UNCHANGED, Verdicts.id("a.B.c"), 10, 10, 1),
                Verdicts.bare(Verdicts.id("a.B.d"), Outcome.FAILED, "Gone.")))
        .isEqualTo("nothing");
  }
}
