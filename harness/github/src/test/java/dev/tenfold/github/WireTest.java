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
