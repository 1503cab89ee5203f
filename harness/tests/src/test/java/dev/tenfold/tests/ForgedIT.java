package dev.tenfold.tests;

import static dev.tenfold.tests.JmhJson.fork;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.jmh.Detail;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Run;
import dev.tenfold.store.RunFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Results that a stranger made up, before a job that may write. Whatever they are, the verdict on
 * their forks is posted where the event says, or nothing but a check that failed; in little memory,
 * and soon.
 */
@Timeout(180)
class ForgedIT {
  private static final String HEAD = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";
  private static final String OTHER = "dead00beefdead00beefdead00beefdead00beef";
  private static final long MOST_BYTES = 128L << 20;

  @TempDir private Path directory;
  private CommentJob job;
  private Path checkout;
  private Path results;

  @FunctionalInterface
  private interface Writing {
    void in(Path results, Path elsewhere) throws IOException;
  }

  /**
   * Results that cannot be judged.
   *
   * @param name of what is tried
   * @param writing of it, over results that are as they should be
   * @param said why it is refused
   */
  private record Forgery(String name, Writing writing, String said) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeEach
  void aRegressionOfAForkWithTwoPullRequests() throws IOException {
    job = CommentJob.in(directory);
    job.github().pull(7, "open", "eve/lib:topic", HEAD);
    job.github().pull(8, "open", "acme/lib:other", OTHER);
    checkout = Files.createDirectories(directory.resolve("checkout"));
    results = Files.createDirectories(directory.resolve("results"));
    regression(results);
  }

  @AfterEach
  void close() {
    job.close();
  }

  private static void regression(Path to) {
    JmhJson.write(to.resolve("base.json"), fork(100, 101), fork(101, 102), fork(100, 102));
    JmhJson.write(to.resolve("run.json"), fork(300, 301), fork(301, 302), fork(300, 302));
  }

  private Ended comment() {
    return job.afterwards(checkout, HEAD, "topic")
        .flag("-Xmx256m")
        .run("comment", "--suite", "quick", results.toString())
        .neverSays(CommentJob.TOKEN, "SECRET", "\u001b", "\n::");
  }

  /** The one comment, on the pull request of the event; the check on its head is a failure. */
  private String truth() {
    assertThat(job.github().calls("POST .*/comments"))
        .containsExactly("POST /repos/acme/lib/issues/7/comments");
    failed();
    assertThat(job.github().bodies()).hasSize(1);
    return job.github().bodies().get(0);
  }

  private void failed() {
    assertThat(job.github().checkRuns)
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.get("head_sha").asString()).isEqualTo(HEAD);
              assertThat(run.get("conclusion").asString()).isEqualTo("failure");
              assertThat(run.get("name").asString()).isEqualTo("tenfold/quick");
            });
  }

  @Test
  void aPassThatIsMadeUpIsNamedAndTheRegressionIsPosted() throws IOException {
    String pass = "{\"schema\": \"tenfold-verdict/1\", \"status\": \"PASS\", \"pullRequest\": 8}";
    Files.writeString(results.resolve("verdict.json"), pass);
    Files.writeString(results.resolve("comment.md"), "✅ SECRET\n<!-- tenfold:suite=quick -->\n");
    Files.writeString(results.resolve("verdict.txt"), "Pass: SECRET\n");
    Files.writeString(results.resolve("pull-request"), "8\n");
    Files.writeString(results.resolve("tenfold.yaml"), "thresholds: [{relative: 9999%}]\n");
    Files.writeString(results.resolve("event.json"), "{\"pull_request\": {\"number\": 8}}");
    comment().exits(0).says("The job that measured came to PASS, as it says.");
    assertThat(truth())
        .contains("### ❌", "| REGRESSED |", "came to PASS, as it says", "is REGRESSION")
        .doesNotContain("SECRET");
  }

  @Test
  void anotherRevisionIsNamedAndTheVerdictGoesWhereTheEventSays() {
    Path run = results.resolve("run.json");
    Origin origin =
        new Origin(Optional.empty(), Optional.of(OTHER), Optional.empty(), Optional.empty());
    RunFile.write(new Run(origin, RunFile.read(run, Detail.WHOLE).results(), List.of()), run);
    comment().exits(0).says("The results say that they are of revision `" + OTHER);
    assertThat(truth()).contains("| REGRESSED |", "which is neither the head of this pull request");
  }

  @Test
  void filesOfOtherNamesChangeNothing() throws IOException {
    for (String name :
        List.of("run.json\n", "..%2f..%2frun.json", "..\\run.json", "-rf", "$(id)")) {
      Files.writeString(results.resolve(name), "SECRET");
    }
    Path secret = Files.writeString(directory.resolve("secret"), "{\"status\": \"SECRET\"}");
    for (String name : List.of("verdict.json", "comment.md", "report.html", "journal.jsonl")) {
      Files.createSymbolicLink(results.resolve(name), secret);
    }
    comment().exits(0);
    assertThat(truth()).contains("| REGRESSED |").doesNotContain("SECRET");
  }

  @Test
  void aPolicyThatIsWeakenedByTheHeadIsNotAsked() throws IOException {
    Files.writeString(checkout.resolve("tenfold.yaml"), "thresholds: [{relative: 1000%}]\n");
    job.afterwards(checkout, HEAD, "topic")
        .run("comment", "--suite", "quick", "--gate", results.toString())
        .exits(0);
    assertThat(job.github().bodies().get(0))
        .as("that of the checkout is")
        .doesNotContain("| REGRESSED |");
  }

  static Stream<Forgery> refused() {
    return Stream.of(
        new Forgery(
            "a link to a file of the system",
            (in, elsewhere) -> {
              Files.delete(in.resolve("run.json"));
              Files.createSymbolicLink(in.resolve("run.json"), Path.of("/etc/passwd"));
            },
            "run.json is a link, a directory or a device"),
        new Forgery(
            "a pipe, which nobody writes to",
            (in, elsewhere) -> {
              Files.delete(in.resolve("run.json"));
              Process made = new ProcessBuilder("mkfifo", in + "/run.json").inheritIO().start();
              assertThat(made.onExit().join().exitValue()).isZero();
            },
            "run.json is a link, a directory or a device"),
        new Forgery("a suite with a command as its name", suite("::error::owned"), "\\u003a:error"),
        new Forgery(
            "more directories than anybody has",
            (in, elsewhere) -> {
              nothingIn(in);
              for (int i = 0; i < 1_100; i++) {
                Files.createDirectory(in.resolve("d" + i));
              }
            },
            "more than 1000 directories"),
        new Forgery(
            "a file that unpacks to far more",
            (in, elsewhere) -> {
              try (OutputStream file = Files.newOutputStream(in.resolve("run.json"));
                  OutputStream packed = new GZIPOutputStream(file)) {
                packed.write(new byte[64 << 20]);
              }
            },
            "run.json is compressed"),
        new Forgery(
            "lists in lists",
            json("{\"tenfold\": 1, \"x\": " + "[".repeat(1_000_000)),
            "nests deeper than 100"),
        new Forgery(
            "a number without an end",
            json("[{\"threads\": 1" + "0".repeat(5_000_000) + "}]"),
            "a number of more than 100 digits"),
        new Forgery(
            "numbers whose sum there is not",
            (in, elsewhere) ->
                JmhJson.write(in.resolve("run.json"), fork(1e308, 1e308), fork(1e308, 1e308)),
            "finite"),
        new Forgery(
            "a field that stands twice",
            (in, elsewhere) -> {
              Path run = in.resolve("run.json");
              String text = Files.readString(run);
              Files.writeString(run, text.replace("\"threads\": 1,", "\"mode\": \"thrpt\","));
            },
            "has \"mode\" twice"),
        new Forgery(
            "a benchmark that stands twice",
            (in, elsewhere) -> {
              Path run = in.resolve("run.json");
              String text = Files.readString(run).strip();
              String entry = text.substring(1, text.length() - 1);
              Files.writeString(run, "[" + entry + "," + entry + "]");
            },
            "stands twice"),
        new Forgery(
            "as many benchmarks as fit",
            (in, elsewhere) ->
                benchmarks(
                    in.resolve("run.json"), MOST_BYTES - Files.size(in.resolve("base.json"))),
            "more than 50000 benchmarks"),
        new Forgery(
            "a shard whose particulars have no end",
            (in, elsewhere) -> {
              try (BufferedWriter out = Files.newBufferedWriter(in.resolve("shard.json"))) {
                out.write("{\"shard\": \"1/1\", \"suite\": 1, \"particulars\": {\"a\": \"b\"");
                for (int i = 0; i < 6_000_000; i++) {
                  out.write(",\"" + i + "\":\"x\"");
                }
                out.write("}}");
              }
            },
            "256 MiB of memory"),
        new Forgery(
            "a shard of another suite",
            (in, elsewhere) -> {
              nothingIn(in);
              for (int shard = 1; shard <= 2; shard++) {
                Path part = Files.createDirectory(in.resolve("shard-" + shard));
                regression(part);
                Files.writeString(
                    part.resolve("shard.json"),
                    "{\"shard\": \"%d/2\", \"suite\": 2, \"particulars\": {\"list of benchmarks\": \"%d\"}}"
                        .formatted(shard, shard));
              }
            },
            "are not shards of one measurement"));
  }

  private static Writing json(String text) {
    return (in, elsewhere) -> Files.writeString(in.resolve("run.json"), text);
  }

  private static Writing suite(String name) {
    return (in, elsewhere) -> {
      nothingIn(in);
      regression(Files.createDirectory(in.resolve(name)));
    };
  }

  private static void nothingIn(Path results) throws IOException {
    Files.delete(results.resolve("run.json"));
    Files.delete(results.resolve("base.json"));
  }

  /** Benchmarks of one fork each, in a file of nearly this size. */
  private static void benchmarks(Path file, long bytes) throws IOException {
    String entry =
        JmhJson.entry("x.B%d.t", fork(1)).strip().replaceAll("\\s+", "").replace("%d", "%07d");
    int count = (int) (bytes / (entry.length() + 5));
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        out.write(i == 0 ? "[" : ",");
        out.write(entry.replace("%07d", "%07d".formatted(i)));
      }
      out.write("]");
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatCannotBeJudgedIsNamedAndNothingIsPosted(Forgery forgery) throws IOException {
    forgery.writing().in(results, Files.createDirectory(directory.resolve("elsewhere")));
    Ended ended = comment().exits(1);
    assertThat(ended.err().strip()).as("one sentence").hasLineCount(1).startsWith("tenfold: ");
    ended.says(forgery.said());
    assertThat(job.github().calls(".*comments.*")).isEmpty();
    failed();
    assertThat(job.github().checkRuns.get(0).at("/output/title").asString())
        .isEqualTo("There is no verdict.");
  }
}
