package dev.tenfold.github;

import static dev.tenfold.github.Desk.HEAD;
import static dev.tenfold.github.Desk.pull;
import static dev.tenfold.github.FakeGitHub.FORBIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.report.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is to be seen on the head of a pull request. */
class HeadCheckTest {
  private final Desk desk = new Desk();

  @TempDir private Path directory;

  @AfterEach
  void theTokenWasShownToNobodyButGitHub() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, success",
    "REGRESSION, failure",
    "INCOMPLETE, failure",
    "INCONCLUSIVE, neutral",
    "INCOMPARABLE, neutral"
  })
  void theCheckThatWasBegunIsCompleted(Status status, String conclusion) {
    desk.posting(Duration.ZERO).start(pull(7, HEAD), List.of("quick"));
    assertThat(desk.github.checkRuns).hasSize(1);
    JsonNode run = desk.github.checkRuns.get(0);
    assertThat(run.get("status").asString()).isEqualTo("in_progress");
    assertThat(run.get("name").asString()).isEqualTo("tenfold/quick");
    assertThat(run.get("head_sha").asString()).isEqualTo(HEAD);

    Judged judged =
        Verdicts.judged(status, Verdicts.finding(Outcome.REGRESSED, Verdicts.id("a.B.c"), "Why."));
    desk.post(pull(7, HEAD), judged);
    assertThat(desk.github.checkRuns).hasSize(1);
    assertThat(run.get("status").asString()).isEqualTo("completed");
    assertThat(run.get("conclusion").asString()).isEqualTo(conclusion);
    assertThat(run.at("/output/title").asString()).isEqualTo(judged.comment().headline());
    assertThat(run.at("/output/summary").asString())
        .isEqualTo(judged.comment().top())
        .doesNotContain("<details>", "<!--");
  }

  @Test
  void aCheckThatWasBegunTwiceIsOne() {
    desk.posting(Duration.ZERO).start(pull(7, HEAD), List.of("quick"));
    desk.posting(Duration.ZERO).start(pull(7, HEAD), List.of("quick", "slow"));
    assertThat(desk.github.checkRuns)
        .extracting(run -> run.get("name").asString())
        .containsExactly("tenfold/quick", "tenfold/slow");
  }

  @Test
  void whereThereIsNothingToJudgeTheCheckFailsAndSaysWhy() {
    desk.posting(Duration.ZERO).start(pull(7, HEAD), List.of("quick"));
    desk.posting(Duration.ZERO)
        .abandon(pull(7, HEAD), List.of("quick"), "The file `@team` is torn.");
    assertThat(desk.github.checkRuns).hasSize(1);
    JsonNode run = desk.github.checkRuns.get(0);
    assertThat(run.get("conclusion").asString()).isEqualTo("failure");
    assertThat(run.at("/output/summary").asString())
        .isEqualTo("The file `\\u0060@team\\u0060` is torn.");
    assertThat(desk.github.bodies()).isEmpty();
  }

  @Test
  void withoutAStartOrAfterACompletedOneANewCheckIsMade() {
    desk.post(pull(7, HEAD), Verdicts.passed());
    desk.post(pull(7, HEAD), Verdicts.regressed());
    assertThat(desk.github.checkRuns)
        .extracting(run -> run.get("conclusion").asString())
        .containsExactly("success", "failure");
  }

  @Test
  void regressionsAreAnnotatedFiftyAtATime() throws IOException {
    StringBuilder text = new StringBuilder("class Many {\n");
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      text.append("@Benchmark public int run").append(i).append("() { return 0; }\n");
      findings.add(
          Verdicts.finding(
              i < 119 ? Outcome.REGRESSED : Outcome.FAILED,
              Verdicts.id("org.acme.Many.run" + i),
              "Why."));
    }
    findings.add(Verdicts.finding(Outcome.REGRESSED, Verdicts.id("org.acme.Gone.run"), "Why."));
    Path file = directory.resolve("src/org/acme/Many.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.append("}\n"));
    Judged judged = Judged.of("quick", Verdicts.verdict(Status.REGRESSION, findings));
    desk.posting(Duration.ZERO)
        .post(
            pull(7, HEAD),
            List.of(judged),
            Sources.in(directory, List.of(directory.resolve("src"))));
    JsonNode annotations = desk.github.checkRuns.get(0).at("/output/annotations");
    assertThat(annotations).hasSize(120);
    assertThat(annotations.get(5).get("path").asString()).isEqualTo("src/org/acme/Many.java");
    assertThat(annotations)
        .filteredOn(each -> each.get("annotation_level").asString().equals("failure"))
        .hasSize(119);
    assertThat(desk.github.calls("(POST|PATCH) .*/check-runs.*")).hasSize(3);
  }

  @Test
  void aTokenWithoutChecksSetsACommitStatus() {
    desk.github.rule(9, "(GET|POST) .*check-runs.*", FORBIDDEN);
    desk.posting(Duration.ZERO).start(pull(7, HEAD), List.of("quick"));
    desk.post(
        pull(7, HEAD),
        Verdicts.judged(
            Status.INCONCLUSIVE,
            Verdicts.finding(Outcome.INCONCLUSIVE, Verdicts.id("a.B.c"), "Why.")));
    assertThat(desk.github.statuses)
        .extracting(status -> status.get("state").asString())
        .containsExactly("pending", "error");
    assertThat(desk.github.statuses)
        .allSatisfy(
            status -> {
              assertThat(status.get("context").asString()).isEqualTo("tenfold/quick");
              assertThat(status.get("description").asString()).hasSizeLessThanOrEqualTo(140);
            });
    assertThat(desk.github.bodies()).hasSize(1);
  }

  @Test
  void whereNeitherIsAllowedItIsSaidAndTheCommentIsPostedAllTheSame() {
    desk.github.rule(9, ".*(check-runs|statuses).*", FORBIDDEN);
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.spoken().get(0))
        .contains("Neither a check nor a status", "403, Resource not accessible by integration")
        .contains("checks: write");
    assertThat(desk.github.bodies()).hasSize(1);
  }

  @Test
  void aHeadAloneIsEnoughForACheckAndNotForAComment() {
    Occasion head =
        new Occasion("acme/lib", Optional.of(HEAD), OptionalInt.empty(), Optional.empty());
    assertThat(desk.refusal(head, Verdicts.passed())).contains("--pull-request");
    assertThat(desk.github.checkRuns).hasSize(1);
  }
}
