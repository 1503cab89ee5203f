package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.github.Occasion.Branch;
import dev.tenfold.report.Comment;
import dev.tenfold.report.Sources;
import dev.tenfold.run.InputException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Where verdicts are posted from in tests: with a stand-in for GitHub that has pull request 7 from
 * the branch {@code topic}, and with time that passes only where it is waited. All that is said or
 * logged is kept, and at the end the token may not be in it.
 */
final class Desk implements AutoCloseable {
  static final String HEAD = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";
  static final String OTHER = "dead00beefdead00beefdead00beefdead00beef";
  static final String MARKER = Comment.marker("quick");
  static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
  static final Sources NOWHERE = Sources.in(Path.of(""), List.of());

  private static final String TOKEN = "ghs_0123456789secret";

  final FakeGitHub github = new FakeGitHub();
  final List<Duration> pauses = new ArrayList<>();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Logger library = Logger.getLogger("org.kohsuke.github");
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  Desk() {
    github.pull(7, "open", "acme/lib:topic", HEAD);
    log.setLevel(Level.ALL);
    library.setLevel(Level.ALL);
    library.setUseParentHandlers(false);
    library.addHandler(log);
  }

  @Override
  public void close() {
    library.removeHandler(log);
    library.setUseParentHandlers(true);
    library.setLevel(null);
    github.close();
    if (!github.calls(".*").isEmpty()) {
      assertThat(logged).as("the log of the library, of which nothing may be missed").isNotEmpty();
    }
    assertThat(said).noneMatch(text -> text.contains("ghs_") || text.contains("secret"));
    assertThat(logged).noneMatch(text -> text.contains("ghs_") || text.contains("secret"));
    assertThat(github.authorizations()).isSubsetOf("Bearer " + TOKEN);
  }

  Posting posting(Duration patience) {
    return Posting.with(
        Environment.of(Map.of("GITHUB_TOKEN", TOKEN, "GITHUB_API_URL", github.address())),
        Optional.empty(),
        new Patience(patience, () -> NOON.plus(waited()), pauses::add),
        said::add);
  }

  private Duration waited() {
    return pauses.stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** An event that names the pull request. */
  static Occasion pull(int number, String head) {
    return new Occasion("acme/lib", Optional.of(head), OptionalInt.of(number), Optional.empty());
  }

  /** An event that names only where the head lies, in the branch {@code topic}. */
  static Occasion run(String repository, String head) {
    return new Occasion(
        "acme/lib",
        Optional.of(head),
        OptionalInt.empty(),
        Optional.of(new Branch(repository, "topic")));
  }

  void post(Occasion occasion, Judged... judged) {
    posting(Duration.ofMinutes(2)).post(occasion, List.of(judged), NOWHERE);
  }

  /** The sentence with which posting ends; with its causes, it counts as said. */
  String refusal(Occasion occasion, Judged... judged) {
    try {
      post(occasion, judged);
    } catch (InputException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      logged.add(trace.toString());
      return e.getMessage();
    }
    throw new AssertionError("It was posted.");
  }

  /** What was said, a sentence each. */
  List<String> spoken() {
    return said;
  }
}
