package dev.tenfold.github;

import static dev.tenfold.github.Desk.HEAD;
import static dev.tenfold.github.Desk.NOON;
import static dev.tenfold.github.Desk.pull;
import static dev.tenfold.github.FakeGitHub.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.tenfold.run.InputException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** GitHub as it is on bad days. */
class WireTest {
  private static final String LIST = "GET .*/issues/7/comments.*";
  private static final String CREATE = "POST .*/issues/7/comments";

  private final Desk desk = new Desk();

  @AfterEach
  void theTokenWasShownToNobodyButGitHub() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({"403, Retry-After, 30, 30", "429, Retry-After, 7, 7", "429, X-Other, 1, 60"})
  void aLimitIsWaitedFor(int status, String header, String value, long seconds) {
    desk.github.rule(1, CREATE, answer(status, "{}").withHeader(header, value));
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.pauses).containsExactly(Duration.ofSeconds(seconds));
    assertThat(desk.github.bodies()).hasSize(1);
  }

  @Test
  void aSpentAllowanceIsWaitedForUntilItIsRenewed() {
    desk.github.rule(
        1,
        LIST,
        answer(403, "{}")
            .withHeader("X-RateLimit-Remaining", "0")
            .withHeader("X-RateLimit-Reset", Long.toString(NOON.getEpochSecond() + 90)));
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.pauses).containsExactly(Duration.ofSeconds(91));
    assertThat(desk.github.bodies()).hasSize(1);
  }

  @Test
  void aSecondLimitWithoutAHeaderIsKnownByItsText() {
    desk.github.rule(
        1, CREATE, answer(403, "{\"message\":\"You have exceeded a secondary rate limit.\"}"));
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.pauses).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void aLimitBeyondThePatienceIsToldAndNotWaitedFor() {
    desk.github.rule(99, CREATE, answer(429, "{}").withHeader("Retry-After", "3600"));
    assertThat(desk.refusal(pull(7, HEAD), Verdicts.passed())).contains("in 3600 s", "--patience");
    assertThat(desk.pauses).isEmpty();
    assertThat(desk.github.bodies()).isEmpty();
  }

  @Test
  void limitsThatNeverEndUseUpThePatience() {
    desk.github.rule(999, LIST, answer(429, "{}").withHeader("Retry-After", "50"));
    assertThat(desk.refusal(pull(7, HEAD), Verdicts.passed())).contains("--patience");
    assertThat(desk.pauses).hasSize(2);
  }

  @Test
  void faultsOfGitHubAreTriedAgainWithGrowingPauses() {
    desk.github.rule(1, LIST, answer(500, "{}"));
    desk.github.rule(
        1, LIST, answer(502, "<html>Unicorn!</html>").withHeader("Content-Type", "text/html"));
    desk.github.rule(1, LIST, answer(503, "{}"));
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.pauses)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(desk.github.bodies()).hasSize(1);
  }

  @Test
  void aFaultThatStaysIsToldAfterFiveTries() {
    desk.github.rule(99, LIST, answer(503, "{\"message\":\"Down\"}"));
    assertThat(desk.refusal(pull(7, HEAD), Verdicts.passed())).contains("503, Down");
    assertThat(desk.github.calls(LIST)).hasSize(5);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
  void aDroppedConnectionIsTriedAgain(Fault fault) {
    desk.github.rule(2, CREATE, new ResponseDefinitionBuilder().withFault(fault));
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.pauses).hasSize(2);
    assertThat(desk.github.bodies()).hasSize(1);
  }

  @Test
  void aConnectionThatAlwaysDropsIsToldWithTheHost() {
    desk.github.rule(
        99, LIST, new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(desk.refusal(pull(7, HEAD), Verdicts.passed()))
        .contains("127.0.0.1 could not be reached, asked 5 times");
  }

  @Test
  void aServerThatIsNotThereIsTold() {
    desk.github.close();
    assertThat(desk.refusal(pull(7, HEAD), Verdicts.passed()))
        .contains("127.0.0.1 could not be reached", "ConnectException");
  }

  @ParameterizedTest
  @CsvSource({
    "401, GITHUB_TOKEN",
    "403, pull-requests: write",
    "404, --pull-request",
    "410, still takes comments",
    "422, Check that the head"
  })
  void aRefusalTellsWhatToLookAt(int status, String hint) {
    desk.github.rule(
        9,
        CREATE,
        answer(status, "{\"message\":\"No\\n::error::`way`\",\"documentation_url\":\"x\"}"));
    String sentence = desk.refusal(pull(7, HEAD), Verdicts.passed());
    assertThat(sentence)
        .startsWith("The comment could not be posted")
        .contains("(" + status, hint)
        .doesNotContain("\n", "::error")
        .endsWith(".");
    assertThat(desk.github.checkRuns).as("the check is set before").hasSize(1);
  }

  @Test
  void aLockedConversationIsNoMatterOfPermissions() {
    desk.github.rule(
        9,
        CREATE,
        answer(403, "{\"message\":\"Unable to create comment because issue is locked.\"}"));
    assertThat(desk.refusal(pull(7, HEAD), Verdicts.passed()))
        .contains("the conversation is locked (403, Unable to create comment")
        .doesNotContain("permissions");
    assertThat(desk.pauses).isEmpty();
    assertThat(desk.github.checkRuns).hasSize(1);
  }

  @Test
  void anAnswerThatIsCutOffInItsMiddleIsAskedForAgain() {
    desk.github.rule(
        2,
        LIST,
        answer(200, "[{\"id\": 1, \"body\": \"x\"}]").withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    desk.post(pull(7, HEAD), Verdicts.passed());
    assertThat(desk.pauses).hasSize(2);
    assertThat(desk.github.bodies()).hasSize(1);
  }

  @Test
  void aRepositoryThatWasRenamedIsFoundUnderItsNewName() {
    ResponseDefinitionBuilder moved =
        answer(301, "{\"message\":\"Moved Permanently\"}")
            .withHeader("Location", desk.github.address() + "/repos/acme/lib");
    desk.github.rule(9, "GET /repos/acme/old", moved);
    desk.post(
        new Occasion("acme/old", Optional.of(HEAD), OptionalInt.of(7), Optional.empty()),
        Verdicts.passed());
    assertThat(desk.github.bodies()).hasSize(1);
    assertThat(desk.github.checkRuns).hasSize(1);
  }

  @Test
  void aRedirectionElsewhereGetsNoToken() {
    try (FakeGitHub elsewhere = new FakeGitHub()) {
      desk.github.rule(
          99,
          "GET /repos/acme/lib",
          answer(302, "").withHeader("Location", elsewhere.address() + "/repos/acme/lib"));
      desk.post(pull(7, HEAD), Verdicts.passed());
      assertThat(elsewhere.authorizations()).containsExactly("null");
      assertThat(elsewhere.bodies()).isEmpty();
    }
  }

  @Test
  void redirectionsWithoutAnEndAreTold() {
    desk.github.rule(
        99,
        "GET /repos/acme/lib",
        answer(302, "").withHeader("Location", desk.github.address() + "/repos/acme/lib"));
    assertThat(desk.refusal(pull(7, HEAD), Verdicts.passed()))
        .startsWith("The comment could not be posted")
        .doesNotContain("\n");
  }

  @Test
  void aRepositoryThatIsNotShownIsTold() {
    desk.github.rule(9, "GET /repos/acme/lib", answer(404, "{\"message\":\"Not Found\"}"));
    assertThat(desk.refusal(pull(7, HEAD), Verdicts.passed())).contains("--repository");
    desk.posting(Duration.ZERO).start(pull(7, HEAD), List.of("quick"));
    assertThat(desk.spoken()).last().asString().contains("--repository");
  }

  @Test
  void anAnswerThatIsNoJsonIsToldWithoutATrace() {
    desk.github.rule(9, "GET /repos/acme/lib", answer(200, "<html>A proxy</html>"));
    assertThat(desk.refusal(pull(7, HEAD), Verdicts.passed()))
        .startsWith("The comment could not be posted")
        .doesNotContain("\n");
  }

  @Test
  void noTokenIsSaidBeforeAnythingIsAsked() {
    assertThatThrownBy(
            () ->
                Posting.with(
                    Environment.of(Map.of("GITHUB_API_URL", desk.github.address())),
                    Optional.empty(),
                    Patience.of(Duration.ZERO),
                    text -> {}))
        .isInstanceOf(InputException.class);
    assertThat(desk.github.calls(".*")).isEmpty();
  }
}
