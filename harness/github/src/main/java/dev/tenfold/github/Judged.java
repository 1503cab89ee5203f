package dev.tenfold.github;

import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Comment;
import dev.tenfold.report.Sources;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdict on one suite, ready to be shown.
 *
 * @param suite its name
 * @param verdict as it was reached here
 * @param comment that tells it
 * @param remarks in which the results say something else of themselves, a sentence each, in
 *     Markdown
 */
public record Judged(String suite, Verdict verdict, Comment comment, List<String> remarks) {
  /** As many as GitHub shows of one step. */
  private static final int MOST_COMMANDS = 10;

  public Judged {
    remarks = List.copyOf(remarks);
  }

  static Judged of(String suite, Verdict verdict) {
    return new Judged(suite, verdict, Comment.of(verdict, suite), List.of());
  }

  /** The same with a further remark. */
  Judged remarking(String sentence) {
    List<String> more = new ArrayList<>(remarks);
    more.add(sentence);
    return new Judged(suite, verdict, comment, more);
  }

  /** The comment without what is only for finding it again, and without what was before. */
  public String text() {
    String end = remarked();
    return comment.text(Comment.MOST_CHARACTERS - end.length()) + end;
  }

  /** The remarks as paragraphs; empty where there are none. */
  String remarked() {
    StringBuilder text = new StringBuilder();
    remarks.forEach(remark -> text.append('_').append(remark).append("_\n\n"));
    return text.toString();
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
