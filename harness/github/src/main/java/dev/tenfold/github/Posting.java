package dev.tenfold.github;

import dev.tenfold.github.Ledger.Entry;
import dev.tenfold.report.Sources;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kohsuke.github.GHIssueComment;
import org.kohsuke.github.GHMyself;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.HttpException;
import org.kohsuke.github.authorization.ImmutableAuthorizationProvider;

/** Puts verdicts on a pull request. */
public final class Posting {
  /** Whose comments are those of a workflow's own token, which cannot ask who it is. */
  private static final String ACTIONS = "github-actions[bot]";

  private final GitHub github;
  private final Optional<String> author;
  private final Patience patience;
  private final Consumer<String> say;

  private Posting(GitHub github, Optional<String> author, Patience patience, Consumer<String> say) {
    this.github = github;
    this.author = author;
    this.patience = patience;
    this.say = say;
  }

  /**
   * With the token and to the place that the environment tells.
   *
   * @param author login whose comments are kept up to date; empty to find out
   * @param say is told, in sentences, what was done and what could not be
   * @throws InputException if there is no token
   */
  public static Posting with(
      Environment environment, Optional<String> author, Patience patience, Consumer<String> say) {
    try {
      GitHub github =
          new GitHubBuilder()
              .withEndpoint(environment.api())
              .withAuthorizationProvider(
                  new ImmutableAuthorizationProvider("Bearer " + environment.token()))
              .withConnector(new Wire(patience))
              // What the wire lets through is no matter of waiting.
              .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
              .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL)
              .build();
      return new Posting(github, author, patience, say);
    } catch (IOException e) {
      throw Refusal.exception("GitHub cannot be asked", e);
    }
  }

  /** Marks the head as being measured. Nothing depends on it, so that it fails is only said. */
  public void start(Occasion occasion, List<String> suites) {
    mark(occasion, check -> suites.forEach(check::start));
  }

  /**
   * Marks the head as one of which nothing is known. That this fails is only said.
   *
   * @param why in a sentence
   */
  public void abandon(Occasion occasion, List<String> suites, String why) {
    mark(occasion, check -> suites.forEach(suite -> check.abandon(suite, why)));
  }

  private void mark(Occasion occasion, Consumer<HeadCheck> marking) {
    try {
      GHRepository repository = github.getRepository(occasion.repository());
      marking.accept(new HeadCheck(repository, head(repository, occasion), say));
    } catch (IOException e) {
      say.accept(Refusal.sentence("The check of the head could not be set", e));
    }
  }

  /**
   * Marks the head with the verdicts, and puts one comment for each on the pull request, if that is
   * open and its head still the same.
   *
   * @throws InputException if a comment could not be posted
   */
  public void post(Occasion occasion, List<Judged> verdicts, Sources sources) {
    try {
      GHRepository repository = github.getRepository(occasion.repository());
      String head = head(repository, occasion);
      HeadCheck check = new HeadCheck(repository, head, say);
      verdicts.forEach(judged -> check.complete(judged, Notice.of(judged, sources)));
      comment(new PullRequests(repository, say), occasion.at(head), verdicts);
    } catch (IOException e) {
      throw Refusal.exception("The comment could not be posted", e);
    }
  }

  private static String head(GHRepository repository, Occasion occasion) throws IOException {
    return occasion.head().isPresent()
        ? occasion.head().get()
        : repository.getPullRequest(occasion.pullRequest().orElseThrow()).getHead().getSha();
  }

  private void comment(PullRequests pulls, Occasion occasion, List<Judged> verdicts)
      throws IOException {
    Optional<GHPullRequest> pull = pulls.open(occasion);
    if (pull.isEmpty()) {
      return;
    }
    boolean isFork = pulls.isFork(pull.get());
    String login = author();
    for (Judged reached : verdicts) {
      Judged judged = pulls.other(pull.get(), reached).map(reached::remarking).orElse(reached);
      judged.remarks().forEach(say);
      Entry entry =
          new Entry(
              occasion.head().orElseThrow(),
              judged.verdict().status(),
              patience.now(),
              judged.comment().headline());
      GHIssueComment comment =
          new StickyComment(pull.get(), judged.suite(), login)
              .post(ledger -> Body.of(judged, ledger.with(entry), isFork));
      say.accept("Suite %s: %s".formatted(judged.suite(), comment.getHtmlUrl()));
    }
  }

  private String author() throws IOException {
    if (author.isPresent()) {
      return author.get();
    }
    try {
      GHMyself myself = github.getMyself();
      return myself.getLogin();
    } catch (HttpException e) {
      if (e.getResponseCode() == 403) {
        return ACTIONS;
      }
      throw e;
    }
  }
}
