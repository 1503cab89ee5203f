package dev.tenfold.github;

import dev.tenfold.run.InputException;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured for whom. It comes from options or from the event that began the workflow, and
 * never from results: whoever wrote those could name any pull request.
 *
 * @param repository into which the pull request goes, {@code owner/name}
 * @param head the whole revision that was measured; empty if only the pull request is known
 * @param pullRequest its number; empty if GitHub has to be asked
 * @param from where the head lies; empty if that is not told
 */
public record Occasion(
    String repository, Optional<String> head, OptionalInt pullRequest, Optional<Branch> from) {
  private static final String REPOSITORY = "(?!\\.+/)[A-Za-z0-9._-]+/(?!\\.+$)[A-Za-z0-9._-]+";
  private static final String REVISION = "[0-9a-f]{40}|[0-9a-f]{64}";

  public Occasion {
    if (!repository.matches(REPOSITORY)) {
      throw new InputException(
          "\"%s\" is no repository; it is named OWNER/NAME.".formatted(Visible.of(repository)));
    }
    head.filter(revision -> !revision.matches(REVISION))
        .ifPresent(
            revision -> {
              throw new InputException(
                  "\"%s\" is no whole revision; the head is named by all its 40 digits, as git rev-parse prints them."
                      .formatted(Visible.of(revision)));
            });
    if (pullRequest.isPresent() && pullRequest.getAsInt() < 1) {
      throw new InputException(
          "%s is no number of a pull request.".formatted(pullRequest.getAsInt()));
    }
  }

  /**
   * A branch of a repository, which may be a fork.
   *
   * @param repository {@code owner/name}
   * @param name of the branch; chosen by its author, so it may hold any character
   */
  public record Branch(String repository, String name) {
    String owner() {
      return repository.substring(0, repository.indexOf('/'));
    }
  }

  /**
   * What the options say, or else the event. Where an option names the pull request or the head,
   * the event is not asked, because it may be about another.
   *
   * @throws InputException if neither tells of a pull request
   */
  public static Occasion of(
      Optional<String> repository,
      OptionalInt pullRequest,
      Optional<String> head,
      Environment environment) {
    String name =
        repository
            .or(environment::repository)
            .orElseThrow(
                () ->
                    new InputException(
                        "It is not known in which repository the pull request is. Name it with --repository OWNER/NAME; in GitHub Actions, GITHUB_REPOSITORY does."));
    if (pullRequest.isPresent() || head.isPresent()) {
      return new Occasion(name, head, pullRequest, Optional.empty());
    }
    Path event =
        environment
            .event()
            .orElseThrow(
                () ->
                    new InputException(
                        "It is not known which pull request is meant. Name it with --pull-request N; in GitHub Actions, GITHUB_EVENT_PATH tells it."));
    return of(name, event);
  }

  /** The same with this head. */
  Occasion at(String revision) {
    return new Occasion(repository, Optional.of(revision), pullRequest, from);
  }

  private static Occasion of(String repository, Path file) {
    JsonNode event = read(file);
    JsonNode run = event.path("workflow_run");
    JsonNode pull = event.path("pull_request");
    if (run.isObject()) {
      return ofRun(repository, run, event.path("repository").path("id").asLong(0));
    }
    if (pull.isObject()) {
      return new Occasion(
          repository,
          Optional.of(pull.path("head").path("sha").asString("")),
          OptionalInt.of(pull.path("number").asInt(0)),
          Optional.empty());
    }
    throw new InputException(
        "The event in %s is about no pull request. Run this on pull_request or workflow_run, or name one with --pull-request N."
            .formatted(file));
  }

  private static Occasion ofRun(String repository, JsonNode run, long id) {
    String head = run.path("head_sha").asString("");
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode pull : run.path("pull_requests")) {
      // Pull requests from this branch into other repositories are listed too.
      if (pull.path("head").path("sha").asString("").equals(head)
          && pull.path("base").path("repo").path("id").asLong(-1) == id) {
        numbers.add(pull.path("number").asInt(0));
      }
    }
    String source = run.path("head_repository").path("full_name").asString("");
    String branch = run.path("head_branch").asString("");
    return new Occasion(
        repository,
        Optional.of(head),
        numbers.size() == 1 ? OptionalInt.of(numbers.get(0)) : OptionalInt.empty(),
        source.matches(REPOSITORY) && !branch.isEmpty()
            ? Optional.of(new Branch(source, branch))
            : Optional.empty());
  }

  private static JsonNode read(Path file) {
    try {
      return JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (IOException | JacksonException e) {
      throw new InputException(
          "The event in %s, which GITHUB_EVENT_PATH names, cannot be read: %s."
              .formatted(file, Visible.of(String.valueOf(e.getMessage()), 300)),
          e);
    }
  }
}
