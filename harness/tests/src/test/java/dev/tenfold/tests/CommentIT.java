package dev.tenfold.tests;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.tenfold.tests.JmhJson.fork;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict on its way to a pull request, with a stand-in for GitHub. */
class CommentIT {
  private static final String TOKEN = "ghs_0123456789secret";
  private static final String HEAD = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";
  private static final String LIB = "/repos/acme/lib";
  private static final String COMMENTS = LIB + "/issues/7/comments";
  private static final String REGRESSED = "REGRESSED Bench.time: ";

  private final WireMockServer github =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

  @TempDir private Path directory;

  @BeforeEach
  void aPullRequestWithoutAComment() {
    JmhJson.write(directory.resolve("base.json"), fork(100, 101), fork(101, 102), fork(100, 102));
    JmhJson.write(directory.resolve("run.json"), fork(300, 301), fork(301, 302), fork(300, 302));
    github.start();
    github.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
    answer(get(urlPathEqualTo("/user")), 403, "{\"message\": \"Not for integrations\"}");
    answer(
        get(urlPathEqualTo(LIB)),
        200,
        "{\"id\": 1, \"name\": \"lib\", \"full_name\": \"acme/lib\", \"owner\": {\"login\": \"acme\"}}");
    answer(
        get(urlPathEqualTo(LIB + "/pulls/7")),
        200,
        "{\"number\": 7, \"state\": \"open\", \"head\": {\"sha\": \"%s\", \"repo\": {\"full_name\": \"acme/lib\"}}}"
            .formatted(HEAD));
    answer(get(urlPathEqualTo(COMMENTS)), 200, "[]");
    answer(
        post(urlPathEqualTo(COMMENTS)),
        201,
        "{\"id\": 5, \"html_url\": \"https://github.example/c/5\", \"user\": {\"login\": \"github-actions[bot]\"}}");
    answer(
        get(urlPathEqualTo(LIB + "/commits/" + HEAD + "/check-runs")),
        200,
        "{\"total_count\": 0, \"check_runs\": []}");
    answer(post(urlPathEqualTo(LIB + "/check-runs")), 201, "{\"id\": 6}");
  }

  private void answer(MappingBuilder call, int status, String body) {
    github.stubFor(call.willReturn(okJson(body).withStatus(status)));
  }

  @AfterEach
  void stop() {
    github.stop();
  }

  private Cli cli() throws IOException {
    Path event = directory.resolve("event.json");
    Files.writeString(
        event, "{\"pull_request\": {\"number\": 7, \"head\": {\"sha\": \"%s\"}}}".formatted(HEAD));
    return Cli.in(directory)
        .with("GITHUB_TOKEN", TOKEN)
        .with("GITHUB_API_URL", "http://127.0.0.1:" + github.port())
        .with("GITHUB_REPOSITORY", "acme/lib")
        .with("GITHUB_EVENT_PATH", event.toString())
        .with("GITHUB_STEP_SUMMARY", directory.resolve("summary.md").toString())
        .with("GITHUB_ACTIONS", "true");
  }

  @Test
  void theVerdictIsPostedAndOnlyTheGateFailsForIt() throws IOException {
    Ended posted = cli().run("comment", "--suite", "quick", ".").exits(0);
    posted.says("Suite quick: https://github.example/c/5").neverSays(TOKEN, "::error");
    github.verify(
        postRequestedFor(urlPathEqualTo(COMMENTS))
            .withHeader("Authorization", equalTo("Bearer " + TOKEN))
            .withRequestBody(
                matchingJsonPath("$.body", containing("<!-- tenfold:suite=quick -->"))));
    github.verify(
        postRequestedFor(urlPathEqualTo(LIB + "/check-runs"))
            .withRequestBody(matchingJsonPath("$.conclusion", equalTo("failure"))));
    assertThat(directory.resolve("summary.md")).content().contains("| REGRESSED |");

    cli().run("comment", "--gate", "--annotate", ".").exits(2).says("::error title=", REGRESSED);
  }

  @Test
  void withoutAWorkflowNothingIsAnnotated() throws IOException {
    cli()
        .with("GITHUB_ACTIONS", "false")
        .run("comment", "--annotate", ".")
        .exits(0)
        .neverSays("::");
  }

  @Test
  void whatCannotBePostedIsASentenceAndTheRestIsDone() throws IOException {
    answer(post(urlPathEqualTo(COMMENTS)), 403, "{\"message\": \"Resource not accessible\"}");
    cli()
        .run("comment", ".")
        .exits(1)
        .says("The comment could not be posted", "pull-requests: write")
        .neverSays(TOKEN);
    assertThat(directory.resolve("summary.md")).exists();
    github.verify(postRequestedFor(urlPathEqualTo(LIB + "/check-runs")));
    cli().run("comment", "--gate", ".").exits(2);
  }

  @Test
  void aDryRunPrintsItAndAsksNobody() throws IOException {
    cli()
        .without("GITHUB_TOKEN")
        .run("comment", "--dry-run", ".")
        .exits(0)
        .says(
            "### ❌ Tenfold · all · Regression",
            "<!-- tenfold:suite=all -->",
            "Check tenfold/all: failure, \"Regression: 1 benchmark is slower.");
    assertThat(github.getAllServeEvents()).isEmpty();
    assertThat(directory.resolve("summary.md")).doesNotExist();
  }

  @Test
  void theStartOnlyMarksTheHead() throws IOException {
    cli().run("comment", "--start", "--suite", "one,two").exits(0);
    github.verify(
        2,
        postRequestedFor(urlPathEqualTo(LIB + "/check-runs"))
            .withRequestBody(matchingJsonPath("$.status", equalTo("in_progress"))));
    github.verify(0, patchRequestedFor(anyUrl()));
    github.verify(0, postRequestedFor(urlPathEqualTo(COMMENTS)));
  }

  @Test
  void hostileResultsAreRefusedInASentence() throws IOException {
    Files.writeString(directory.resolve("run.json"), "{\"tenfold\": 1, \"x\":");
    cli().run("comment", ".").exits(1).says("cannot be judged").neverSays(TOKEN);
    github.verify(0, postRequestedFor(urlPathEqualTo(COMMENTS)));
    github.verify(
        postRequestedFor(urlPathEqualTo(LIB + "/check-runs"))
            .withRequestBody(matchingJsonPath("$.conclusion", equalTo("failure")))
            .withRequestBody(matchingJsonPath("$.output.title", equalTo("There is no verdict."))));
  }

  @Test
  void withoutATokenItIsSaidHowToGiveOne() throws IOException {
    cli()
        .without("GITHUB_TOKEN")
        .run("comment", ".")
        .exits(1)
        .says("There is no GITHUB_TOKEN in the environment");
  }
}
