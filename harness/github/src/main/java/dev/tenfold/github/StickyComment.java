package dev.tenfold.github;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kohsuke.github.GHIssueComment;
import org.kohsuke.github.GHPullRequest;

/**
 * The one comment on a suite, which is written anew at each run.
 *
 * <p>GitHub has no way of making a comment unless there is one, so two runs at once make two. Each
 * run therefore looks again after it has made one, and keeps the oldest of its author: all agree on
 * which that is, and whoever comes later removes what is left over.
 */
final class StickyComment {
  private static final int ATTEMPTS = 3;

  private final GHPullRequest pull;
  private final String suite;
  private String author;

  /**
   * The comment on a suite.
   *
   * @param author login of the token's account as far as it is known; only its comments are touched
   */
  StickyComment(GHPullRequest pull, String suite, String author) {
    this.pull = pull;
    this.suite = suite;
    this.author = author;
  }

  /**
   * Writes the comment.
   *
   * @param text makes it from what an earlier one keeps
   * @return the comment as it is known, which is enough for its address
   */
  GHIssueComment post(Function<Ledger, String> text) throws IOException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      Optional<GHIssueComment> posted = tryToPost(text);
      if (posted.isPresent()) {
        return posted.get();
      }
    }
    return tryToPost(text)
        .orElseThrow(() -> new IOException("The comment is deleted as often as it is posted."));
  }

  /** Nothing, if somebody deleted the comment between the reading and the writing of it. */
  private Optional<GHIssueComment> tryToPost(Function<Ledger, String> text) throws IOException {
    List<GHIssueComment> own = own();
    Optional<GHIssueComment> created = Optional.empty();
    if (own.isEmpty()) {
      created = Optional.of(pull.comment(text.apply(Ledger.EMPTY)));
      String told = author(created.get());
      author = told.isEmpty() ? author : told;
      own = own();
    }
    for (GHIssueComment superfluous : own.subList(Math.min(1, own.size()), own.size())) {
      delete(superfluous);
    }
    if (own.isEmpty()) {
      return created; // A list that lags behind does not show it yet.
    }
    GHIssueComment oldest = own.get(0);
    boolean isNew = created.filter(comment -> comment.getId() == oldest.getId()).isPresent();
    return isNew || update(oldest, text) ? Optional.of(oldest) : Optional.empty();
  }

  /** Those of the author on this suite, the oldest first. */
  private List<GHIssueComment> own() throws IOException {
    return pull.listComments().withPageSize(100).toList().stream()
        .filter(comment -> Body.isOf(text(comment), suite))
        .filter(comment -> author(comment).equalsIgnoreCase(author))
        .sorted(Comparator.comparingLong(GHIssueComment::getId))
        .toList();
  }

  private static boolean update(GHIssueComment comment, Function<Ledger, String> text)
      throws IOException {
    try {
      comment.update(text.apply(Ledger.in(text(comment))));
      return true;
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  private static void delete(GHIssueComment comment) throws IOException {
    try {
      comment.delete();
    } catch (FileNotFoundException e) {
      // Another run was faster.
    }
  }

  private static String text(GHIssueComment comment) {
    return Optional.ofNullable(comment.getBody()).orElse("");
  }

  // What the library offers in its place asks GitHub for each author anew.
  @SuppressWarnings("deprecation")
  private static String author(GHIssueComment comment) {
    try {
      return comment.getUserName();
    } catch (NullPointerException e) {
      return ""; // of an account that is no more
    }
  }
}
