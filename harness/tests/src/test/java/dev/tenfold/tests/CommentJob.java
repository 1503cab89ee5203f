package dev.tenfold.tests;

import dev.tenfold.github.FakeGitHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The job that comments, as GitHub Actions starts it, with a stand-in for GitHub.
 *
 * @param directory in which its files are
 * @param github with the repository {@code acme/lib}
 */
record CommentJob(Path directory, FakeGitHub github) implements AutoCloseable {
  static final String TOKEN = "ghs_0123456789secret";

  static CommentJob in(Path directory) {
    return new CommentJob(directory, new FakeGitHub());
  }

  /** The command line in a directory, after another workflow has measured this for a fork. */
  Cli afterwards(Path checkout, String head, String branch) {
    return cli(
        checkout,
        """
        {"repository": {"id": 1}, "workflow_run": {"head_sha": "%s", "head_branch": "%s",
         "head_repository": {"full_name": "eve/lib"}, "pull_requests": []}}"""
            .formatted(head, branch));
  }

  /** The command line in a directory, in the workflow on a pull request itself. */
  Cli onPullRequest(Path checkout, int number, String head) {
    return cli(
        checkout,
        "{\"pull_request\": {\"number\": %d, \"head\": {\"sha\": \"%s\"}}}"
            .formatted(number, head));
  }

  private Cli cli(Path checkout, String event) {
    Path file = directory.resolve("event.json");
    try {
      Files.writeString(file, event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Cli.in(checkout)
        .with("GITHUB_TOKEN", TOKEN)
        .with("GITHUB_API_URL", github.address())
        .with("GITHUB_REPOSITORY", "acme/lib")
        .with("GITHUB_EVENT_PATH", file.toString())
        .with("GITHUB_STEP_SUMMARY", summary().toString())
        .with("GITHUB_ACTIONS", "true");
  }

  /** The page of the run. */
  Path summary() {
    return directory.resolve("summary.md");
  }

  @Override
  public void close() {
    github.close();
  }
}
