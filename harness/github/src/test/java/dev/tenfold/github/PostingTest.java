package dev.tenfold.github;

import static dev.tenfold.github.Desk.HEAD;
import static dev.tenfold.github.Desk.MARKER;
import static dev.tenfold.github.Desk.OTHER;
import static dev.tenfold.github.Desk.pull;
import static dev.tenfold.github.Desk.run;
import static dev.tenfold.github.FakeGitHub.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.report.Comment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which comment is written, and on which pull request. */
class PostingTest {
  private static final String COMMENTS = "/repos/acme/lib/issues/7/comments";
  private static final String LIST = "GET .*/issues/7/comments.*";

  private final Desk desk = new Desk();

  @AfterEach
  void theTokenWasShownToNobodyButGitHub() {
    desk.close();
  }

  @Test
  void theFirstVerdictMakesACommentAndLaterOnesWriteItAnew() {
    desk.post(pull(7, HEAD), Verdicts.regressed());
    assertThat(desk.github.bodies()).hasSize(1);
    assertThat(desk.github.bodies().get(0))
        .startsWith("### ❌ Tenfold · quick · Regression: 1 benchmark is slower.")
        .doesNotContain("Earlier verdicts", "code of a fork")
        .endsWith("\n" + MARKER);
    assertThat(desk.spoken())
        .containsExactly("Suite quick: https://github.example/acme/lib/pull/7#issuecomment-1001");

    desk.github.pull(7, "open", "acme/lib:topic", OTHER);
    desk.post(pull(7, OTHER), Verdicts.passed());
    assertThat(desk.github.bodies()).hasSize(1);
    assertThat(desk.github.bodies().get(0))
        .startsWith("✅ **Tenfold · quick** · Pass: ")
        .contains("Earlier verdicts: 1", "| `c0ffee0` | ❌ Regression: 1 benchmark is slower.")
        .contains("| 2026-02-03 12:00:00 UTC |")
        .endsWith("\n" + MARKER);
    assertThat(desk.github.calls("POST .*/comments")).hasSize(1);
  }

  @Test
  void eachSuiteHasItsOwnComment() {
    Judged slow = Judged.of("slow-one", Verdicts.passed().verdict());
    desk.post(pull(7, HEAD), Verdicts.regressed(), slow);
    desk.post(pull(7, HEAD), Verdicts.regressed(), slow);
    assertThat(desk.github.bodies()).hasSize(2);
    assertThat(desk.github.bodies().get(0)).endsWith("<!-- tenfold:suite=quick -->");
    assertThat(desk.github.bodies().get(1)).endsWith("<!-- tenfold:suite=slow-one -->");
  }

  @Test
  void onlyACommentOfTheTokensAccountWithTheMarkerOnItsLastLineIsTouched() {
    List<String> others =
        List.of(
            "Look: " + MARKER,
            MARKER + "\nis not the last line",
            "> quoted\n> " + MARKER,
            "x\n" + Comment.marker("other"));
    others.forEach(body -> desk.github.comment(FakeGitHub.BOT, body));
    desk.github.comment("eve", "I am the bot\n" + MARKER);
    desk.github.comment("", "My account is gone\n" + MARKER);
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.github.bodies()).hasSize(7).startsWith(others.toArray(String[]::new));
    assertThat(desk.github.bodies().get(4)).startsWith("I am the bot");
    assertThat(desk.github.bodies().get(5)).startsWith("My account is gone");
    assertThat(desk.github.bodies().get(6)).startsWith("✅").endsWith(MARKER);
  }

  @Test
  void aUsersTokenKeepsTheCommentsOfThatUser() {
    desk.github.login = "Ann";
    desk.github.comment(FakeGitHub.BOT, "of the bot\n" + MARKER);
    desk.github.comment("ann", "of Ann\n" + MARKER);
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.github.bodies()).hasSize(2);
    assertThat(desk.github.bodies().get(0)).startsWith("of the bot");
    assertThat(desk.github.bodies().get(1)).startsWith("✅");
  }

  @Test
  void anAppThatCannotAskWhoItIsFindsOutByWhatItMade() {
    desk.github.login = "acme-app[bot]";
    long first = desk.github.comment("acme-app[bot]", "an earlier one\n" + MARKER);
    desk.github.comment(FakeGitHub.BOT, "of another app\nwithout a marker");
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.github.bodies()).hasSize(2);
    assertThat(desk.github.bodies().get(0)).startsWith("✅");
    assertThat(desk.github.calls("PATCH .*/comments/" + first)).hasSize(1);
    assertThat(desk.github.calls("DELETE .*")).hasSize(1);
  }

  @Test
  void whatAnotherRunLeftOverIsRemoved() {
    desk.github.comment(FakeGitHub.BOT, "oldest\n" + MARKER);
    desk.github.comment("ann", "Fine.");
    desk.github.comment(FakeGitHub.BOT, "second\n" + MARKER);
    desk.github.comment(FakeGitHub.BOT, "third\n" + MARKER);
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.github.bodies()).hasSize(2);
    assertThat(desk.github.bodies().get(0)).startsWith("✅");
  }

  @Test
  void theCommentIsFoundBehindMoreThanAThousandOthers() {
    for (int i = 0; i < 1_050; i++) {
      desk.github.comment("ann", "Comment " + i + "\n");
    }
    desk.github.comment(FakeGitHub.BOT, "ours\n" + MARKER);
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.github.bodies()).hasSize(1_051).last().asString().startsWith("✅");
    assertThat(desk.github.calls(LIST)).hasSize(11);
  }

  @Test
  void aCommentThatIsDeletedMeanwhileIsMadeAnew() {
    long old = desk.github.comment(FakeGitHub.BOT, "ours\n" + MARKER);
    desk.github.rule(1, "PATCH .*/comments/" + old, answer(404, "{\"message\":\"Not Found\"}"));
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.github.calls("PATCH .*/comments/.*")).hasSize(2);
    assertThat(desk.github.bodies()).singleElement().asString().startsWith("✅");
  }

  @Test
  void aForkIsFoundByItsBranchAndItsCommentSaysThatItIsOne() {
    desk.github.pull(8, "open", "eve/lib:topic", HEAD);
    desk.github.pull(9, "closed", "eve/lib:topic", OTHER);
    desk.post(run("eve/lib", HEAD), Verdicts.passed());
    assertThat(desk.github.calls("GET .*/pulls\\?.*"))
        .singleElement()
        .asString()
        .contains("head=eve%3Atopic", "state=all");
    assertThat(desk.github.calls("POST .*/issues/8/comments")).hasSize(1);
    assertThat(desk.github.bodies().get(0)).contains("the code of a fork");
  }

  @Test
  void aRepositoryOfAnotherNameOfTheSameOwnerIsAnother() {
    desk.github.pull(8, "open", "eve/other:topic", HEAD);
    desk.post(run("eve/lib", HEAD), Verdicts.passed());
    assertThat(desk.github.bodies()).isEmpty();
    assertThat(desk.spoken()).last().asString().contains("no pull request from eve/lib:topic");
  }

  @Test
  void whichOfTwoPullRequestsOfOneHeadIsNotGuessed() {
    desk.github.pull(8, "open", "eve/lib:topic", HEAD);
    desk.github.pull(9, "open", "eve/lib:topic", HEAD);
    assertThat(desk.refusal(run("eve/lib", HEAD), Verdicts.passed()))
        .contains("#8, #9", "--pull-request");
    assertThat(desk.github.bodies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aClosedPullRequestGetsACheckAndNoComment(boolean known) {
    desk.github.pull(7, "closed", "acme/lib:topic", HEAD);
    desk.post(known ? pull(7, HEAD) : run("acme/lib", HEAD), Verdicts.passed());
    assertThat(desk.github.bodies()).isEmpty();
    assertThat(desk.github.checkRuns).hasSize(1);
    assertThat(desk.spoken()).containsExactly("Pull request #7 is closed: it gets no comment.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHeadThatMovedOnGetsACheckAndNoComment(boolean known) {
    desk.github.pull(7, "open", "acme/lib:topic", OTHER);
    desk.post(known ? pull(7, HEAD) : run("acme/lib", HEAD), Verdicts.passed());
    assertThat(desk.github.bodies()).isEmpty();
    assertThat(desk.github.checkRuns)
        .singleElement()
        .satisfies(run -> assertThat(run.get("head_sha").asString()).isEqualTo(HEAD));
    assertThat(desk.spoken()).singleElement().asString().contains("moved on from c0ffee00");
  }

  @Test
  void aNumberAloneIsEnoughForItsPresentHead() {
    desk.post(
        new Occasion("acme/lib", Optional.empty(), OptionalInt.of(7), Optional.empty()),
        Verdicts.passed());
    assertThat(desk.github.bodies()).hasSize(1);
    assertThat(desk.github.checkRuns.get(0).get("head_sha").asString()).isEqualTo(HEAD);
  }

  @ParameterizedTest
  @CsvSource({
    "c0ffee00c0ff, ''",
    "c0ffee00c0ff-dirty, ''",
    "555555555555, ''",
    "dead00beefde, `dead00beefde`",
    "dead00beefde-dirty, `dead00beefde-dirty`",
    "c0ffee, `c0ffee`",
    "c0ffee00c0ff@team, `c0ffee00c0ff@team`"
  })
  void resultsThatSayTheyAreOfAnotherRevisionAreNotedAndPostedWhereTheEventSays(
      String revision, String noted) {
    desk.github.pull(8, "open", "acme/lib:other", OTHER);
    desk.post(pull(7, HEAD), Verdicts.of(revision));
    assertThat(desk.github.calls("POST .*/comments")).containsExactly("POST " + COMMENTS);
    assertThat(desk.github.checkRuns)
        .singleElement()
        .satisfies(run -> assertThat(run.get("head_sha").asString()).isEqualTo(HEAD));
    String remark = "The results say that they are of revision " + noted;
    if (noted.isEmpty()) {
      assertThat(desk.github.bodies().get(0)).doesNotContain("say that they are of");
    } else {
      assertThat(desk.github.bodies().get(0))
          .contains("_" + remark + ", which is neither the head");
      assertThat(desk.spoken().get(0)).startsWith(remark);
    }
  }

  @Test
  void whereGitHubDoesNotTellTheMergeARevisionIsNoNews() {
    desk.github.rule(
        1,
        "GET .*/pulls/7",
        FakeGitHub.answer(
            200,
            "{\"number\": 7, \"state\": \"open\", \"mergeable_state\": \"unknown\", \"merge_commit_sha\": null, \"head\": {\"sha\": \"%s\", \"repo\": {\"full_name\": \"acme/lib\"}}}"
                .formatted(HEAD)));
    desk.post(pull(7, HEAD), Verdicts.of("dead00beefde"));
    assertThat(desk.github.bodies().get(0)).doesNotContain("say that they are of");
  }

  @Test
  void hostileNamesReachGitHubAsTheCommentSaysThem() {
    Judged judged = Verdicts.hostile();
    desk.post(pull(7, HEAD), judged);
    desk.post(pull(7, HEAD), judged);
    assertThat(desk.github.bodies()).hasSize(1);
    assertThat(desk.github.bodies().get(0).split("<!--", -1)).hasSize(3);
  }
}
