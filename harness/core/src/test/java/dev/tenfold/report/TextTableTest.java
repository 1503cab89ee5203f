package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Unit;
import dev.tenfold.terminal.Style;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void colourChangesNothingButTheLook() {
    Verdict verdict = Verdicts.full();
    String painted = Verdicts.text(new TextTable(Style.COLOUR, 120, false), verdict);
    String plain = Verdicts.text(new TextTable(Style.PLAIN, 120, false), verdict);
    assertThat(painted.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(plain);
    assertThat(painted).contains("\u001b[31mREGRESSED (5)\u001b[0m");
  }

  @Test
  void theUnchangedAreListedOnlyWhenAskedForAndCountedAlways() {
    String brief = Verdicts.text(new TextTable(Style.PLAIN, 120, false), Verdicts.full());
    String verbose = Verdicts.text(new TextTable(Style.PLAIN, 120, true), Verdicts.full());
    assertThat(brief)
        .contains("UNCHANGED (6)\n  not listed")
        .doesNotContain("  org.other.Same.name");
    assertThat(verbose).contains("UNCHANGED (6)\n", "  org.other.Same.name");
  }

  @Test
  void aThroughputThatFellIsSlowerAndNegativeAndOneThatRoseIsFaster() {
    Unit unit = Unit.of("ops/ms");
    List<Finding> findings =
        List.of(
            Verdicts.ratio(
                Outcome.REGRESSED,
                Verdicts.id("a.B.fell", Mode.THROUGHPUT, Map.of()),
                unit,
                10,
                5,
                0.01),
            Verdicts.ratio(
                Outcome.IMPROVED,
                Verdicts.id("a.B.rose", Mode.THROUGHPUT, Map.of()),
                unit,
                5,
                10,
                0.01));
    assertThat(text(Verdicts.verdict(Status.REGRESSION, findings)).lines())
        .anyMatch(line -> line.matches("  B.fell .*10.00  5.000k ops/s +slower -50.0 % .*"))
        .anyMatch(line -> line.matches("  B.rose .*5.000  10.00k ops/s +faster \\+100.0 % .*"));
  }

  @Test
  void onlyOverlongNamesLeaveTheirLineAndNoFigureLeavesItsColumn() {
    List<Finding> findings =
        List.of(
            Verdicts.ratio(Outcome.REGRESSED, Verdicts.id("a.B.c"), Verdicts.NS, 10, 20, 0.01),
            Verdicts.ratio(
                Outcome.REGRESSED,
                Verdicts.id("a.B.d", Mode.AVERAGE_TIME, Map.of("p", "x".repeat(300))),
                Verdicts.NS,
                1000,
                3000,
                0.01));
    List<String> lines =
        text(Verdicts.verdict(Status.REGRESSION, findings))
            .lines()
            .filter(line -> line.contains("5+5"))
            .toList();
    assertThat(lines).hasSize(2).allMatch(line -> line.length() <= 120);
    assertThat(lines.get(0).indexOf("5+5")).isEqualTo(lines.get(1).indexOf("5+5"));
    assertThat(lines.get(0)).startsWith("   ");
    assertThat(lines.get(1)).startsWith("  B.c ");
  }

  @Test
  void aPassWithUndecidedResultsSaysSo() {
    Finding open =
        Verdicts.ratio(Outcome.INCONCLUSIVE, Verdicts.id("a.B.c"), Verdicts.NS, 9, 9.2, 0.05);
    assertThat(text(Verdicts.verdict(Status.PASS, List.of(open))))
        .startsWith("Pass: no regression found in 1 benchmark, but 1 result is undecided.")
        .contains("1 undecided: 14 forks on each side would decide 1.");
  }

  private static String text(Verdict verdict) {
    return Verdicts.text(Format.TEXT, verdict);
  }
}
