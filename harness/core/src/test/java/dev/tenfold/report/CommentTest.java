package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.compare.Warning;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTest {

  @Test
  void twoThousandFindingsFitWithTheCutsStated() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      findings.add(
          Verdicts.ratio(
              i < 40 ? Outcome.REGRESSED : Outcome.UNCHANGED,
              Verdicts.id("org.acme.Many.number" + i),
              Verdicts.NS,
              100,
              i < 40 ? 120 + i : 100,
              0.001));
    }
    String comment = comment(Verdicts.verdict(Status.REGRESSION, findings));
    assertThat(comment).hasSizeBetween(60_000, Comment.MOST_CHARACTERS);
    assertThat(rows(comment, "REGRESSED")).isEqualTo(30);
    assertThat(comment)
        .contains("The first 30 of 40 rows that have to be read; all of them are in `verdict.txt`.")
        .contains("| REGRESSED | `Many.number39` |")
        .doesNotContain("`Many.number0`")
        .endsWith("\n" + Comment.MARKER + "\n");
    long shown = rows(comment, "UNCHANGED");
    assertThat(comment)
        .contains("GitHub takes no longer comment: the other " + (1_960 - shown) + " are in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`",
        "|",
        "` a ",
        "<!",
        "@x a ",
        "\u202e",
        "\ud83d\ude00",
        "\u0301",
        "\ud835\udc00"
      })
  void theLongestOfTextsDoNotMakeItTooLong(String piece) {
    String text = piece.repeat(600);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      findings.add(
          Verdicts.bare(
              Verdicts.id("a.B.c", Mode.SINGLE_SHOT, Map.of("p", i + text)),
              i < 50 ? Outcome.FAILED : Outcome.ADDED,
              text));
    }
    Verdict verdict = Verdicts.verdict(Status.INCOMPLETE, findings);
    for (int i = 0; i < 50; i++) {
      verdict = verdict.noting(text);
    }
    assertThat(comment(verdict))
        .hasSizeLessThanOrEqualTo(Comment.MOST_CHARACTERS)
        .contains("> 40 more notes are in `verdict.txt`.")
        .endsWith(Comment.MARKER + "\n");
  }

  @Test
  void theMarkerStandsOnceWhateverTheDataSay() {
    String comment = comment(Verdicts.full());
    assertThat(comment.split("<!", -1)).hasSize(2);
    assertThat(comment).endsWith("\n" + Comment.MARKER + "\n");
  }

  @Test
  void theMarkerOfASuiteTellsItFromEveryOther() {
    assertThat(Comment.marker("quick")).isEqualTo("<!-- tenfold:suite=quick -->");
    assertThat(Comment.marker("a-b")).isEqualTo("<!-- tenfold:suite=a-b -->");
    List<String> odd =
        List.of("--", "---", "-", "a -->", "a%2D", "a-", "\n", "quick -->\n<!--", "ä");
    assertThat(odd.stream().map(Comment::marker).distinct())
        .hasSameSizeAs(odd)
        .allMatch(marker -> marker.matches("<!-- tenfold:suite=([A-Za-z0-9.*_%+]|-(?!-))+ -->"));
  }

  @Test
  void aSuiteIsNamedInTheTitleAndTheMarkerLeftToTheCaller() {
    Comment comment = Comment.of(Verdicts.full(), "quick");
    assertThat(comment.text(Comment.MOST_CHARACTERS))
        .startsWith("### ❌ Tenfold · quick · " + comment.headline() + "\n")
        .startsWith(comment.top())
        .endsWith("\n\n")
        .doesNotContain("<!");
    assertThat(comment.top()).doesNotContain("<details>").contains("| REGRESSED |");
  }

  @Test
  void whereEvenThatIsTooLongWhatIsBelowIsLeftOutAndThatIsSaid() {
    String text = "`|".repeat(300);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      findings.add(
          Verdicts.bare(
              Verdicts.id("a.B.c", Mode.SINGLE_SHOT, Map.of("p", i + text)),
              i < 50 ? Outcome.FAILED : Outcome.ADDED,
              text));
    }
    Comment comment = Comment.of(Verdicts.verdict(Status.INCOMPLETE, findings), "quick");
    int most = comment.top().length() + 1_500;
    assertThat(comment.text(most))
        .hasSizeLessThanOrEqualTo(most)
        .startsWith(comment.top())
        .contains(
            "Cut here, because GitHub takes no longer comment: the rest is in `verdict.txt`.");
  }

  /** Takes the code spans and our own tags out: no sign of the data may be left. */
  @Test
  void nothingOfTheDataStandsOutsideOfCode() {
    String bare =
        comment(Verdicts.full())
            .replaceAll("(?s)```.*?```", "")
            .replaceAll("`[^`\n]*`", "")
            .replace(Comment.MARKER, "")
            .replaceAll("</?(details|summary)>", "");
    assertThat(bare).doesNotContain("`", "<", "@", "](", "http", "www.", "\\", "#1", "GH-1");
    assertThat(bare.lines().filter(line -> line.startsWith("| ") && line.contains("5+5")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(8));
  }

  @Test
  void theCommandHoldsNothingThatAShellOrMarkdownCouldTakeForItsOwn() {
    Finding finding =
        Verdicts.ratio(Outcome.REGRESSED, Verdicts.hostile(), Verdicts.NS, 10, 20, 0.01);
    String comment = comment(Verdicts.verdict(Status.REGRESSION, List.of(finding)));
    String command =
        comment.lines().filter(line -> line.startsWith("tenfold check")).findFirst().orElseThrow();
    assertThat(command)
        .matches("tenfold check --include '[A-Za-z0-9._$={},: /?*-]+' --base BASE.jar HEAD.jar");
    String glob = command.replaceFirst(".*'(.*)'.*", "$1");
    assertThat(new Glob(glob).matches(Verdicts.hostile())).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void theFirstLineIsTheVerdictAndWhatToDo(Status status) {
    List<Finding> findings =
        List.of(
            Verdicts.ratio(Outcome.REGRESSED, Verdicts.id("a.B.c"), Verdicts.NS, 10, 20, 0.01),
            Verdicts.bare(Verdicts.id("a.B.d"), Outcome.INCOMPARABLE, "Why."));
    String first = comment(Verdicts.verdict(status, findings)).lines().findFirst().orElseThrow();
    String word =
        switch (status) {
          case PASS -> "✅ Tenfold · Pass: ";
          case REGRESSION -> "❌ Tenfold · Regression: 1 benchmark is slower. Repair";
          case INCONCLUSIVE -> "⚠️ Tenfold · Inconclusive: ";
          case INCOMPLETE -> "⚠️ Tenfold · Incomplete: a part of the suite is missing";
          case INCOMPARABLE -> "⚠️ Tenfold · Not comparable: 1 benchmark was measured";
        };
    assertThat(first).startsWith("### " + word);
  }

  @Test
  void oneDoubtOrNoteIsEnoughToSayMoreThanOneLine() {
    Finding same =
        Verdicts.ratio(Outcome.UNCHANGED, Verdicts.id("a.B.c"), Verdicts.NS, 9, 9, 0.001);
    Verdict quiet = Verdicts.verdict(Status.PASS, List.of(same));
    assertThat(comment(quiet)).hasLineCount(3);
    assertThat(comment(quiet.noting("A neighbour was loud."))).contains("A neighbour was loud.");
    Finding doubted = Verdicts.doubted(same, Warning.OTHER_MOMENT);
    assertThat(comment(Verdicts.verdict(Status.PASS, List.of(doubted))))
        .contains(Warning.OTHER_MOMENT.text());
  }

  @Test
  void whatThePolicyForbidsIsNotFoldedAway() {
    Finding open =
        Verdicts.ratio(Outcome.INCONCLUSIVE, Verdicts.id("a.B.c"), Verdicts.NS, 9, 9.2, 0.05);
    Verdict lenient = Verdicts.verdict(Status.PASS, List.of(open));
    Verdict strict =
        new Verdict(
            Status.INCONCLUSIVE,
            lenient.kind(),
            lenient.base(),
            lenient.head(),
            lenient.findings(),
            lenient.growths(),
            lenient.notes(),
            lenient.policy().failingOn(Set.of(Outcome.INCONCLUSIVE)));
    assertThat(comment(lenient)).contains("<summary>The other 1 result<");
    assertThat(comment(strict)).doesNotContain("The other").contains("| INCONCLUSIVE |");
  }

  private static long rows(String comment, String outcome) {
    return comment.lines().filter(line -> line.startsWith("| " + outcome + " |")).count();
  }

  private static String comment(Verdict verdict) {
    return Verdicts.text(Format.MARKDOWN, verdict);
  }

  @Test
  void namesThatCollideAreToldApart() {
    List<Finding> findings =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    Verdicts.ratio(
                        Outcome.REGRESSED,
                        Verdicts.id("p" + i + ".B.c"),
                        Verdicts.NS,
                        10,
                        20,
                        0.01))
            .toList();
    assertThat(comment(Verdicts.verdict(Status.REGRESSION, findings)))
        .contains("`p0.B.c`", "`p1.B.c`");
  }
}
