package dev.tenfold.github;

import dev.tenfold.github.Occasion.Branch;
import dev.tenfold.report.Markdown;
import dev.tenfold.run.InputException;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;

/** Finds the pull request that was measured, as GitHub knows it now. */
final class PullRequests {
  /** Fewer digits would be of any revision. */
  private static final String REVISION = "[0-9a-f]{7,64}";

  private final GHRepository repository;
  private final Consumer<String> say;

  /**
   * The pull requests into a repository.
   *
   * @param say is told why there is none to comment on
   */
  PullRequests(GHRepository repository, Consumer<String> say) {
    this.repository = repository;
    this.say = say;
  }

  /**
   * The pull request, if it is open and its head is still what was measured. If not, there is
   * nothing to comment on, which is no fault.
   */
  Optional<GHPullRequest> open(Occasion occasion) throws IOException {
    String head = occasion.head().orElseThrow();
    if (occasion.pullRequest().isPresent()) {
      return current(repository.getPullRequest(occasion.pullRequest().getAsInt()), head);
    }
    Branch from =
        occasion
            .from()
            .orElseThrow(
                () ->
                    new InputException(
                        "It is not known which pull request is meant, only its head %s. Name it with --pull-request N."
                            .formatted(brief(head))));
    return from(from, head);
  }

  /** The one from a branch: an event on a fork's pull request does not tell its number. */
  private Optional<GHPullRequest> from(Branch branch, String head) throws IOException {
    List<GHPullRequest> all =
        repository
            .queryPullRequests()
            .state(GHIssueState.ALL)
            .head(branch.owner() + ":" + branch.name())
            .list()
            .withPageSize(100)
            .toList()
            .stream()
            .filter(pull -> source(pull).equalsIgnoreCase(branch.repository()))
            .toList();
    List<GHPullRequest> open =
        all.stream().filter(pull -> pull.getState() == GHIssueState.OPEN).toList();
    List<GHPullRequest> same =
        open.stream().filter(pull -> pull.getHead().getSha().equals(head)).toList();
    if (same.size() > 1) {
      throw new InputException(
          "%s is the head of several open pull requests (%s), and the event does not tell which was measured. Name it with --pull-request N."
              .formatted(
                  brief(head),
                  same.stream()
                      .map(pull -> "#" + pull.getNumber())
                      .collect(Collectors.joining(", "))));
    }
    List<GHPullRequest> nearest = same.isEmpty() ? open.isEmpty() ? all : open : same;
    if (nearest.isEmpty()) {
      say.accept(
          "There is no pull request from %s, so there is nothing to comment on."
              .formatted(Visible.of(branch.repository() + ":" + branch.name(), 200)));
      return Optional.empty();
    }
    return current(nearest.get(0), head);
  }

  private Optional<GHPullRequest> current(GHPullRequest pull, String head) {
    if (pull.getState() != GHIssueState.OPEN) {
      say.accept("Pull request #%d is closed: it gets no comment.".formatted(pull.getNumber()));
      return Optional.empty();
    }
    String now = pull.getHead().getSha();
    if (!now.equals(head)) {
      say.accept(
          "Pull request #%d has moved on from %s to %s: it gets no comment on what it was."
              .formatted(pull.getNumber(), brief(head), brief(now)));
      return Optional.empty();
    }
    return Optional.of(pull);
  }

  /**
   * A remark on results that say of themselves that they are of something else than a pull request.
   * They may be of an earlier state of it; whatever they say, they are not the ones to be asked.
   */
  Optional<String> other(GHPullRequest pull, Judged judged) throws IOException {
    Optional<String> told = judged.verdict().head().revision();
    // A workflow on pull_request checks out the merge, unless it is told to take the head.
    String merge = pull.getMergeCommitSha();
    String head = pull.getHead().getSha();
    return told.filter(revision -> merge != null && !isOf(head, revision) && !isOf(merge, revision))
        .map(
            revision ->
                "The results say that they are of revision %s, which is neither the head of this pull request nor its present merge into the base."
                    .formatted(Markdown.code(Visible.of(revision, 64))));
  }

  /** Whether a revision, which may be short and of a work tree that differed, is this one. */
  private static boolean isOf(String whole, String told) {
    String revision = told.replaceFirst("-dirty$", "");
    return revision.matches(REVISION) && whole.startsWith(revision);
  }

  /** Whether the code of a pull request is that of another repository. */
  boolean isFork(GHPullRequest pull) {
    return !source(pull).equalsIgnoreCase(repository.getFullName());
  }

  /** The repository of its head; empty text if that is no more. */
  private static String source(GHPullRequest pull) {
    return Optional.ofNullable(pull.getHead().getRepository())
        .map(GHRepository::getFullName)
        .orElse("");
  }

  private static String brief(String revision) {
    return Visible.of(revision, 12).replaceFirst("\\.+$", "");
  }
}
