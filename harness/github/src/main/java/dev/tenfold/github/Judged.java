package dev.tenfold.github;

import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Comment;
import java.util.List;

/**
 * The verdict on one suite, ready to be shown.
 *
 * @param suite its name
 * @param verdict as it was reached here
 * @param comment that tells it
 */
public record Judged(String suite, Verdict verdict, Comment comment) {
  /** As many as GitHub shows of one step. */
  private static final int MOST_COMMANDS = 10;

  static Judged of(String suite, Verdict verdict) {
    return new Judged(suite, verdict, Comment.of(verdict, suite));
  }

  /** The comment without what is only for finding it again, and without what was before. */
  public String text() {
    return comment.text(Comment.MOST_CHARACTERS);
  }

  /** What its check says, in a line. */
  public String check() {
    return "Check %s: %s, \"%s\""
        .formatted(
            HeadCheck.name(suite),
            HeadCheck.conclusion(verdict.status()).toString(),
            comment.headline());
  }

  /** The lines that, printed by a step of a workflow, annotate the worst of it. */
  public List<String> workflowCommands(Sources sources) {
    return Notice.of(this, sources).stream().limit(MOST_COMMANDS).map(Notice::command).toList();
  }
}
