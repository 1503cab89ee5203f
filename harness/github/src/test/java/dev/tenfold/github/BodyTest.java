package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.github.Ledger.Entry;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.report.Comment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
  private static final Parser GFM =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
          .build();

  /** What a reader of the Markdown meets. */
  private static final class Seen extends AbstractVisitor {
    private final List<String> html = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Set<Integer> cells = new HashSet<>();
    private int rows;

    @Override
    public void visit(HtmlBlock block) {
      html.addAll(block.getLiteral().lines().toList());
    }

    @Override
    public void visit(HtmlInline inline) {
      html.add(inline.getLiteral());
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
    }

    @Override
    public void visit(Image image) {
      links.add(image.getDestination());
    }

    @Override
    public void visit(Text words) {
      text.append(words.getLiteral()).append(' ');
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow row) {
        rows++;
        int count = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          count += cell instanceof TableCell ? 1 : 0;
        }
        cells.add(count);
      }
      visitChildren(node);
    }

    static Seen in(String markdown) {
      Seen seen = new Seen();
      GFM.parse(markdown).accept(seen);
      return seen;
    }
  }

  private static Ledger ledger(String headline) {
    Ledger ledger = Ledger.EMPTY;
    for (int i = 0; i < 6; i++) {
      ledger = ledger.with(new Entry("%040x".formatted(i), Status.PASS, NOON, headline));
    }
    return ledger;
  }

  @Test
  void hostileTextsStayTextWhateverTheyHold() {
    for (String headline : Verdicts.HOSTILE) {
      String body = Body.of(Verdicts.hostile(), ledger("a" + headline), true);
      Seen seen = Seen.in(body);
      assertThat(seen.links).isEmpty();
      assertThat(seen.html)
          .allMatch(
              line ->
                  line.isBlank()
                      || line.matches("</?details>")
                      || line.matches("<details><summary>[A-Za-z0-9 ,]+(: \\d)?</summary>")
                      || line.matches("<!-- tenfold:verdicts=[A-Za-z0-9_-]+ -->")
                      || line.equals("<!-- tenfold:suite=quick -->"));
      assertThat(seen.text.toString())
          .doesNotContain("@", "#1", "GH-1", "www.", "://", "0123456789abcdef");
      assertThat(seen.rows).isGreaterThan(60);
      assertThat(seen.cells).containsExactlyInAnyOrder(11, 7, 3);
      assertThat(body.lines().filter(line -> line.matches("\\| (REGRESSED|ADDED) .*")))
          .hasSizeGreaterThan(60)
          .allMatch(line -> line.chars().filter(c -> c == '|').count() == 8);
      assertThat(body.lines()).noneMatch(line -> line.stripLeading().startsWith("::"));
      assertThat(body.split("<!--", -1)).as("our two lines").hasSize(3);
    }
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
