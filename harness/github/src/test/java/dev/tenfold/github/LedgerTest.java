package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.github.Ledger.Entry;
import dev.tenfold.judge.Status;
import dev.tenfold.report.Comment;
import dev.tenfold.report.Hostile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

  static Stream<String> hostile() {
    return Hostile.texts().stream();
  }

  private static Entry entry(int number, String headline) {
    return new Entry(
        "%040x".formatted(number), Status.REGRESSION, NOON.plusSeconds(number), headline);
  }

  private static String body(Ledger ledger) {
    return "Whatever stands above.\n\n" + ledger.line() + "\n" + Comment.marker("quick");
  }

  @Test
  void theNewestAndFiveEarlierOnesAreKeptInOrder() {
    Ledger ledger = Ledger.EMPTY;
    for (int i = 0; i < 9; i++) {
      ledger = Ledger.in(body(ledger.with(entry(i, "Headline " + i + "."))));
    }
    assertThat(ledger.entries())
        .extracting(Entry::headline)
        .containsExactly(
            "Headline 8.",
            "Headline 7.",
            "Headline 6.",
            "Headline 5.",
            "Headline 4.",
            "Headline 3.");
    assertThat(ledger.earlier())
        .contains("Earlier verdicts: 5", "| `0000000` | ❌ Headline 7. | 2026-02-03 12:00:07 UTC |")
        .doesNotContain("Headline 8");
  }

  @Test
  void aCommentThatGitHubSentBackWithOtherLineEndsIsReadToo() {
    Ledger ledger = Ledger.EMPTY.with(entry(1, "Pass."));
    assertThat(Ledger.in(body(ledger).replace("\n", "\r\n") + "\r\n")).isEqualTo(ledger);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aHeadlineIsOneLineAndComesBackAsItWas(String text) {
    Ledger ledger = Ledger.EMPTY.with(entry(1, "a" + text)).with(entry(2, "b"));
    assertThat(Ledger.in(body(ledger))).isEqualTo(ledger);
    assertThat(ledger.line()).hasLineCount(1).matches("<!-- tenfold:verdicts=[A-Za-z0-9_-]+ -->");
    assertThat(ledger.earlier().lines().filter(line -> line.startsWith("| `"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "0123\tREGRESSION\t2026-02-03T12:00:00Z\tToo short a head.",
        "0123456789012345678901234567890123456789\tGREAT\t2026-02-03T12:00:00Z\tNo such status.",
        "0123456789012345678901234567890123456789\tPASS\t2026-02-33T12:00:00Z\tNo such day.",
        "0123456789012345678901234567890123456789\tPASS\t2026-02-03T12:00:00Z\t",
        "0123456789012345678901234567890123456789\tPASS\t2026-02-03T12:00:00Z",
        "0123456789012345678901234567890123456789\tPASS\t2026-02-03T12:00:00Z\tFine.\nand more"
      })
  void whatWeWouldNotHaveWrittenIsNothing(String text) {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    String body = "<!-- tenfold:verdicts=" + encoded + " -->\n" + Comment.marker("quick");
    assertThat(Ledger.in(body)).isEqualTo(Ledger.EMPTY);
  }

  @Test
  void onlyTheLineBeforeTheLastCounts() {
    String line = Ledger.EMPTY.with(entry(1, "Pass.")).line();
    for (String body :
        List.of(
            line,
            line + "\n\n" + Comment.marker("quick"),
            line + "\nmore\n" + Comment.marker("quick"),
            " " + line + "\n" + Comment.marker("quick"),
            line + " x\n" + Comment.marker("quick"))) {
      assertThat(Ledger.in(body)).as(body).isEqualTo(Ledger.EMPTY);
    }
  }

  @Test
  void theLongestLedgerIsShort() {
    Ledger ledger =
        IntStream.range(0, 6)
            .mapToObj(i -> entry(i, "\ud83d\ude00`|".repeat(500)))
            .reduce(Ledger.EMPTY, Ledger::with, (some, other) -> other);
    assertThat(ledger.line().length() + ledger.earlier().length()).isLessThan(12_000);
    assertThat(Ledger.in(body(ledger))).isEqualTo(ledger);
  }
}
