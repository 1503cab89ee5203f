package dev.tenfold.github;

import dev.tenfold.report.Comment;

/**
 * The text of a comment: the verdict, what has to be known of it, the earlier ones, and the lines
 * by which it is found again.
 */
final class Body {
  /** What no reader may overlook where strangers can open pull requests. */
  private static final String STRANGE =
      "_The numbers come from a job that ran the code of a fork, which can make them up. The verdict"
          + " was reached from them outside of it._\n\n";

  private Body() {}

  /**
   * A text of at most as many characters as GitHub takes.
   *
   * @param ledger whose newest entry is this verdict
   * @param isFork whether the head lies in a repository of somebody else
   */
  static String of(Judged judged, Ledger ledger, boolean isFork) {
    String end =
        judged.remarked()
            + (isFork ? STRANGE : "")
            + ledger.earlier()
            + ledger.line()
            + "\n"
            + Comment.marker(judged.suite());
    return judged.comment().text(Comment.MOST_CHARACTERS - end.length()) + end;
  }

  /** Whether a text is a comment on this suite: its last line is the marker. */
  static boolean isOf(String body, String suite) {
    String text = body.stripTrailing();
    return text.substring(text.lastIndexOf('\n') + 1).equals(Comment.marker(suite));
  }
}
