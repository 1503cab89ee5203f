package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.github.Ledger.Entry;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.report.Comment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

  private static Ledger ledger(String headline) {
    Ledger ledger = Ledger.EMPTY;
    for (int i = 0; i < 6; i++) {
      ledger = ledger.with(new Entry("%040x".formatted(i), Status.PASS, NOON, headline));
    }
    return ledger;
  }

  @Test
  void theLastLineIsTheMarkerAndTheOneBeforeItTheLedger() {
    Ledger ledger = ledger("Pass.");
    String body = Body.of(Verdicts.hostile(), ledger, false);
    assertThat(body).endsWith("\n" + ledger.line() + "\n<!-- tenfold:suite=quick -->");
    assertThat(Body.isOf(body, "quick")).isTrue();
    assertThat(Body.isOf(body, "slow")).isFalse();
    assertThat(Ledger.in(body)).isEqualTo(ledger);
  }

  @Test
  void aMarkerBeforeTheLastLineIsNone() {
    String marker = Comment.marker("quick");
    for (String body :
        List.of("", marker + "\nLook!", marker + " ", "x " + marker, "> " + marker)) {
      assertThat(Body.isOf(body, "quick")).as(body).isEqualTo(body.equals(marker + " "));
    }
    assertThat(Body.isOf("a\r\n" + marker + "\r\n\r\n", "quick")).isTrue();
  }

  @Test
  void thousandsOfFindingsFitBesideTheLongestLedgerAndTheCutIsStated() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      findings.add(
          Verdicts.finding(
              i < 50 ? Outcome.REGRESSED : Outcome.ADDED,
              Verdicts.id("org.acme.Many.number" + i),
              "`|".repeat(200)));
    }
    Judged judged = Judged.of("quick", Verdicts.verdict(Status.REGRESSION, findings));
    String body = Body.of(judged, ledger("\ud83d\ude00`|".repeat(500)), true);
    assertThat(body)
        .hasSizeBetween(60_000, Comment.MOST_CHARACTERS)
        .contains("The first 30 of 50 rows", "GitHub takes no longer comment", "code of a fork");
  }

  @Test
  void aQuietVerdictIsOneLineAndWhatBelongsToIt() {
    String body =
        Body.of(Verdicts.passed(), Ledger.EMPTY.with(ledger("x").entries().get(0)), false);
    assertThat(body).startsWith("✅ **Tenfold · quick** · Pass: ").hasLineCount(4);
  }
}
