package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenfold.github.Occasion.Branch;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccasionTest {
  private static final String HEAD = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";
  private static final String OTHER = "dead00beefdead00beefdead00beefdead00beef";

  @TempDir private Path directory;

  private Occasion of(String event) throws IOException {
    Path file = directory.resolve("event.json");
    Files.writeString(file, event);
    Environment environment =
        Environment.of(
            Map.of("GITHUB_REPOSITORY", "acme/lib", "GITHUB_EVENT_PATH", file.toString()));
    return Occasion.of(Optional.empty(), OptionalInt.empty(), Optional.empty(), environment);
  }

  @Test
  void aPullRequestTellsItsNumberAndHead() throws IOException {
    assertThat(
            of(
                """
                {"pull_request": {"number": 7, "head": {"sha": "%s"}}, "repository": {"id": 1}}"""
                    .formatted(HEAD)))
        .isEqualTo(
            new Occasion("acme/lib", Optional.of(HEAD), OptionalInt.of(7), Optional.empty()));
  }

  @Test
  void aRunOfAForkTellsWhereItsHeadLies() throws IOException {
    assertThat(
            of(
                """
                {"repository": {"id": 1}, "workflow_run": {"head_sha": "%s", "head_branch": "a b",
                 "head_repository": {"full_name": "eve/lib"}, "pull_requests": []}}"""
                    .formatted(HEAD)))
        .isEqualTo(
            new Occasion(
                "acme/lib",
                Optional.of(HEAD),
                OptionalInt.empty(),
                Optional.of(new Branch("eve/lib", "a b"))));
  }

  @Test
  void ofTheListedPullRequestsOnlyThatIntoThisRepositoryCounts() throws IOException {
    String pull =
        "{\"number\": %d, \"head\": {\"sha\": \"%s\"}, \"base\": {\"repo\": {\"id\": %d}}}";
    String run =
        """
        {"repository": {"id": 1}, "workflow_run": {"head_sha": "%s", "head_branch": "b",
         "head_repository": {"full_name": "acme/lib"}, "pull_requests": [%s, %s, %s]}}""";
    assertThat(
            of(run.formatted(
                    HEAD,
                    pull.formatted(3, HEAD, 99),
                    pull.formatted(7, HEAD, 1),
                    pull.formatted(8, OTHER, 1)))
                .pullRequest())
        .hasValue(7);
    assertThat(
            of(run.formatted(
                    HEAD,
                    pull.formatted(3, HEAD, 1),
                    pull.formatted(7, HEAD, 1),
                    pull.formatted(8, OTHER, 1)))
                .pullRequest())
        .as("which of two is not guessed")
        .isEmpty();
  }

  @Test
  void anOptionIsNotMixedWithAnEventThatMayBeAboutAnother() throws IOException {
    Path file = directory.resolve("event.json");
    Files.writeString(
        file, "{\"pull_request\": {\"number\": 7, \"head\": {\"sha\": \"%s\"}}}".formatted(HEAD));
    Environment environment = Environment.of(Map.of("GITHUB_EVENT_PATH", file.toString()));
    assertThat(
            Occasion.of(Optional.of("acme/lib"), OptionalInt.of(9), Optional.empty(), environment))
        .isEqualTo(new Occasion("acme/lib", Optional.empty(), OptionalInt.of(9), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "{\"push\": {}}",
        "[1]",
        "{\"pull_request\": {\"number\": 7}}",
        "{\"pull_request\": {\"number\": -1, \"head\": {\"sha\": \"c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00\"}}}",
        "{\"pull_request\": {\"number\": 7, \"head\": {\"sha\": \"main\"}}}",
        "{\"workflow_run\": {\"head_sha\": \"../../main\"}}"
      })
  void anEventThatTellsNothingIsRefusedInASentence(String event) {
    assertThatThrownBy(() -> of(event))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lib", "a/b/c", "a b/c", "../x", "x/..", "acme/", "a/b?x"})
  void aRepositoryIsNamedByOwnerAndName(String name) {
    assertThatThrownBy(
            () ->
                Occasion.of(
                    Optional.of(name),
                    OptionalInt.of(1),
                    Optional.empty(),
                    Environment.of(Map.of())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("OWNER/NAME");
  }

  @Test
  void withoutAnythingItIsSaidWhatToName() {
    Map<String, String> variables = new HashMap<>();
    assertThatThrownBy(
            () ->
                Occasion.of(
                    Optional.empty(),
                    OptionalInt.of(1),
                    Optional.empty(),
                    Environment.of(variables)))
        .hasMessageContaining("--repository");
    variables.put("GITHUB_REPOSITORY", "acme/lib");
    assertThatThrownBy(
            () ->
                Occasion.of(
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Environment.of(variables)))
        .hasMessageContaining("--pull-request");
  }
}
