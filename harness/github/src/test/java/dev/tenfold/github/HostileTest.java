package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.github.Ledger.Entry;
import dev.tenfold.judge.Status;
import dev.tenfold.report.Comment;
import dev.tenfold.report.Hostile;
import dev.tenfold.report.Rendered;
import dev.tenfold.report.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a stranger's benchmarks are called and say, GitHub shows it and makes nothing of it. */
class HostileTest {
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
  private static final Sources NOWHERE = Sources.in(Path.of(""), List.of());
  private static final Judged HARMLESS = judged(Hostile.HARMLESS);

  @TempDir private Path directory;

  static List<String> texts() {
    return Hostile.texts();
  }

  private static Judged judged(String text) {
    return Judged.of("quick", Hostile.verdict(text));
  }

  private static String body(String text) {
    Ledger ledger = Ledger.EMPTY;
    for (int i = 0; i < 6; i++) {
      ledger = ledger.with(new Entry("%040x".formatted(i), Status.PASS, NOON, "It is " + text));
    }
    return Body.of(judged(text), ledger, true);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aCommentIsTextWithOurTwoLinesAtItsEnd(String text) {
    String body = body(text);
    Rendered rendered = Rendered.of(body);
    rendered.isOnlyText();
    assertThat(rendered.structure()).isEqualTo(Rendered.of(body(Hostile.HARMLESS)).structure());
    assertThat(body).hasSizeLessThanOrEqualTo(Comment.MOST_CHARACTERS);
    assertThat(body.split("<!", -1)).hasSize(3);
    assertThat(body.lines().skip(body.lines().count() - 2))
        .satisfiesExactly(
            line -> assertThat(line).matches("<!-- tenfold:verdicts=[A-Za-z0-9_-]+ -->"),
            line -> assertThat(line).isEqualTo("<!-- tenfold:suite=quick -->"));
    assertThat(Ledger.in(body).entries()).hasSize(6);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void theOutputOfACheckIsText(String text) {
    Judged judged = judged(text);
    Rendered rendered = Rendered.of(judged.comment().top());
    rendered.isOnlyText();
    assertThat(rendered.structure()).isEqualTo(Rendered.of(HARMLESS.comment().top()).structure());
    assertThat(judged.check()).isEqualTo(HARMLESS.check());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aJobSummaryIsText(String text) throws IOException {
    Path file = directory.resolve("summary.md");
    JobSummary.append(file, List.of(judged(text).text(), judged(text).text()));
    Rendered rendered = Rendered.of(Files.readString(file));
    rendered.isOnlyText();
    assertThat(rendered.structure())
        .isEqualTo(Rendered.of(HARMLESS.text() + "\n" + HARMLESS.text() + "\n").structure());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void anAnnotationIsOneCommandInOneLine(String text) {
    List<String> commands = judged(text).workflowCommands(NOWHERE);
    assertThat(commands).hasSameSizeAs(HARMLESS.workflowCommands(NOWHERE));
    assertThat(commands)
        .allSatisfy(
            command -> {
              assertThat(command)
                  .matches("::(error|warning) title=Tenfold%2C suite quick::[A-Z].*");
              assertThat(command.split("::", -1)).hasSize(3);
              assertThat(command).doesNotContain("##[").hasSizeLessThan(5_000);
              assertThat(Hostile.hidden(command)).isEmpty();
            });
  }
}
