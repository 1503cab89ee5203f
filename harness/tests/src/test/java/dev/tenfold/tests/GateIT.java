package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/**
 * A pull request from its commits to its comment: one job measures it, another one, which has
 * nothing of it but the results, says what came of it. Alone on the machine as far as this module
 * can see to it.
 */
@Isolated
class GateIT {
  /** What is looked for is 10 %: twice the threshold, so that noise neither hides nor makes it. */
  private static final String POLICY =
      """
      suites:
        gate:
          include: ["gate.*"]
          forks: 3
          confirm-forks: [5, 12]
      thresholds:
        - relative: 5%
        - {metric: allocation, relative: 300%, absolute: 100}
      """;

  @TempDir private static Path shared;
  private static GateProject project;
  private static Path trusted;

  @TempDir private Path directory;
  private CommentJob job;

  @BeforeAll
  static void aProjectWithAMainBranch() {
    project = GateProject.in(shared.resolve("project"), POLICY);
    trusted = project.work().cloned(shared.resolve("trusted"), "main").directory();
  }

  @BeforeEach
  void open() {
    job = CommentJob.in(directory);
  }

  @AfterEach
  void close() {
    job.close();
  }

  /** Commits what was written, to the branch of the pull request. */
  private String push(int number, String branch, String message) {
    String head = project.work().commit(message);
    job.github().pull(number, "open", "eve/lib:" + branch, head);
    return head;
  }

  /** Hands the results over, and nothing else, to the job that may write. */
  private Ended comment(String head, String branch) throws IOException {
    Path results = directory.resolve("results-of-" + head);
    copy(project.work().directory().resolve("reports/latest"), results);
    Ended ended = job.afterwards(trusted, head, branch).run("comment", results.toString());
    return ended.neverSays(CommentJob.TOKEN, "fault");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Files.copy(file, to.resolve(from.relativize(file).toString()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private JsonNode check(String head) {
    List<JsonNode> checks =
        job.github().checkRuns.stream()
            .filter(run -> run.get("head_sha").asString().equals(head))
            .map(JsonNode.class::cast)
            .toList();
    assertThat(checks).hasSize(1);
    assertThat(checks.get(0).get("name").asString()).isEqualTo("tenfold/gate");
    assertThat(checks.get(0).get("status").asString()).isEqualTo("completed");
    return checks.get(0);
  }

  /** Rows of benchmarks that stand in a comment before anything is folded away. */
  private static List<String> read(String body) {
    return body.lines()
        .takeWhile(line -> !line.startsWith("<details"))
        .filter(line -> line.startsWith("|") && line.contains("Gate."))
        .toList();
  }

  @Test
  void oneBenchmarkThatGotTenPercentSlowerIsNamedUntilItIsRepaired() throws IOException {
    project.work().branch("topic", "main");
    project.source(11_000, "b + 31 * hash");
    String slow = push(7, "topic", "Slower");

    Ended check = project.measured().exits(2);
    check.says("Regression: 1 benchmark is slower", "REGRESSED (1)", "IDENTICAL (1)");
    comment(slow, "topic").exits(0).says("Suite gate: https://");

    String body = job.github().bodies().get(0);
    assertThat(body)
        .startsWith("### ❌ Tenfold · gate · Regression: 1 benchmark is slower.")
        .contains("_The numbers come from a job that ran the code of a fork")
        .doesNotContain("Earlier verdicts", "say that they are of", "as it says");
    assertThat(read(body)).singleElement().asString().contains("| REGRESSED | `Gate.mixing`");
    assertThat(check(slow).get("conclusion").asString()).isEqualTo("failure");
    assertThat(job.summary()).content().contains("Regression: 1 benchmark is slower");

    project.source(10_000, "hash * 31 + b");
    String repaired = push(7, "topic", "Repaired");

    project.measured().exits(0).says("base and head run the same code in all 3 benchmarks");
    comment(repaired, "topic").exits(0);

    assertThat(job.github().calls("POST .*/issues/7/comments")).hasSize(1);
    assertThat(job.github().calls("PATCH .*/issues/comments/.*")).hasSize(1);
    assertThat(job.github().bodies())
        .singleElement()
        .asString()
        .contains("Earlier verdicts: 1", "| `%s` | ❌ Regression: ".formatted(slow.substring(0, 7)));
    assertThat(read(job.github().bodies().get(0))).noneMatch(row -> row.contains("REGRESSED"));
    assertThat(check(repaired).get("conclusion").asString()).isEqualTo("success");
    assertThat(check(slow).get("conclusion").asString()).isEqualTo("failure");
  }

  @Test
  void whereNoCodeChangedNothingIsMeasuredAndTheCommentIsOneLine() throws IOException {
    project.work().branch("docs", "main");
    project.work().write("README.md", "Three benchmarks, and a better text.\n");
    String head = push(8, "docs", "Better text");

    Ended check = project.measured().exits(0);
    check.says("base and head run the same code in all 3 benchmarks, so nothing was measured");
    assertThat(check.err()).doesNotContain("screening", "measuring");
    Path out = project.work().directory().resolve("reports/latest");
    assertThat(JournalLines.in(out).bouts()).isZero();
    assertThat(VerdictFile.in(out).outcomes().values()).containsOnly("IDENTICAL").hasSize(3);
    assertThat(Files.readString(out.resolve("run.json"))).containsPattern("\"results\": ?\\[\\s*]");
    comment(head, "docs").exits(0);

    String body = job.github().bodies().get(0);
    assertThat(body)
        .startsWith("✅ **Tenfold · gate** · Pass: base and head run the same code in all 3")
        .doesNotContain("|", "<details");
    assertThat(body.lines().filter(line -> !line.isEmpty() && !line.startsWith("_The numbers")))
        .as("the verdict, and two lines that nobody sees")
        .hasSize(3);
    assertThat(check(head).get("conclusion").asString()).isEqualTo("success");
    assertThat(job.summary()).content().hasLineCount(3);
  }
}
