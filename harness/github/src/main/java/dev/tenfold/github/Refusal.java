package dev.tenfold.github;

import dev.tenfold.run.InputException;
import dev.tenfold.terminal.Visible;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kohsuke.github.HttpException;

/** Why GitHub did not do what was asked, in a sentence that says what to look at. */
final class Refusal {
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){0,300})");

  private Refusal() {}

  /** The end of what was begun, as the user is told it. */
  static InputException exception(String what, IOException e) {
    return new InputException(sentence(what, e), e);
  }

  /**
   * A sentence or two.
   *
   * @param what could not be done, without a stop, for example "The comment could not be posted"
   */
  static String sentence(String what, IOException e) {
    int status = status(e);
    return what
        + switch (status) {
          case 401 ->
              ": GitHub does not accept the token (401). Give the step that of its job, env: GITHUB_TOKEN: ${{ github.token }}.";
          case 403 -> forbidden(said(e));
          case 404 ->
              ": GitHub knows no such thing, or does not show it to this token (404). Check --repository and --pull-request, and that the job has permissions: pull-requests: write, issues: write, checks: write.";
          case 410 ->
              ": GitHub says that it is gone (410%s). Check that the pull request still takes comments."
                  .formatted(said(e));
          case 422 ->
              ": GitHub does not take it (422%s). Check that the head is a revision of this repository or of a pull request into it."
                  .formatted(said(e));
          case -1 -> ". " + Visible.of(String.valueOf(e.getMessage()), 400);
          default -> ": GitHub answered %d%s. Run this again later.".formatted(status, said(e));
        };
  }

  private static String forbidden(String said) {
    return said.contains(" is locked")
        ? ": the conversation is locked (403%s). Unlock it, or give a token whose account may write to the repository."
            .formatted(said)
        : ": GitHub refused it (403%s). The job needs permissions: pull-requests: write, issues: write, checks: write; one that runs on a pull request from a fork cannot have them, so comment from a workflow that runs on workflow_run."
            .formatted(said);
  }

  /** Whether the token is not allowed to do it, or to know whether it could be done. */
  static boolean isForbidden(IOException e) {
    return status(e) == 403 || status(e) == 404;
  }

  private static int status(IOException e) {
    if (e instanceof FileNotFoundException) {
      return 404; // as the library says it
    }
    return e instanceof HttpException http ? http.getResponseCode() : -1;
  }

  private static String said(IOException e) {
    Matcher message = MESSAGE.matcher(String.valueOf(e.getMessage()));
    return message.find() ? ", " + Visible.of(message.group(1), 200) : "";
  }
}
