package dev.tenfold.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Format;
import dev.tenfold.report.Row;
import dev.tenfold.report.Summary;
import dev.tenfold.report.Verdicts;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final int FORKS = 3;
  private static final int ROUNDS = 5;

  private final Verdict full = Verdicts.full();
  private final Document page = page(full, Measurements.behind(full, FORKS, ROUNDS));

  private static Document page(Verdict verdict, Runs runs) {
    return Jsoup.parse(Verdicts.text(new HtmlReport(runs), verdict));
  }

  /** So many benchmarks, each a little slower and with an allocation. */
  private static Verdict suite(int benchmarks) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < benchmarks; i++) {
      BenchmarkId id = Verdicts.id("org.acme.library.SomeBenchmark.measures" + i);
      findings.add(Verdicts.ratio(Outcome.REGRESSED, id, Verdicts.NS, 100, 105 + i, 0.01));
      findings.add(Verdicts.allocation(Outcome.UNCHANGED, id, 24, 24, 0.01));
    }
    return Verdicts.verdict(Status.REGRESSION, findings);
  }

  @Test
  void theFirstHeadingIsTheVerdictAndTheTitleItsWord() {
    assertThat(page.select("h1").text()).endsWith(Summary.of(full, HtmlReport::shown).headline());
    assertThat(page.title()).isEqualTo("Regression \u2013 Tenfold");
  }

  @Test
  void everyFindingIsARowWithTheFiguresOfTheOtherDocuments() {
    List<Row> expected = Row.inOrder(full);
    Elements rows = page.select("#table tbody tr");
    assertThat(rows).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Element row = rows.get(i);
      assertThat(row.select("th").text())
          .isEqualTo(expected.get(i).label(HtmlReport::shown).strip().replaceAll(" +", " "));
      assertThat(row.select(".outcome").text()).endsWith(expected.get(i).outcome().name());
      expected
          .get(i)
          .cells()
          .ifPresent(
              cells ->
                  assertThat(row.text())
                      .contains(cells.base(), cells.head(), cells.change(), cells.sees()));
    }
  }

  @Test
  void everyRowLeadsToItsBenchmark() {
    for (Element link : page.select("#table tbody a, .bars a")) {
      Element target = page.getElementById(link.attr("href").substring(1));
      assertThat(target).isNotNull();
      assertThat(target.tagName()).isEqualTo("details");
      assertThat(link.text()).startsWith(target.select("h3").text());
    }
    assertThat(page.select("details")).hasSize((int) full.expected());
  }

  @Test
  void columnsAreSortedByNumbersAsAScriptReadsThem() {
    for (Element cell : page.select("#table [data-sort]")) {
      String key = cell.attr("data-sort");
      assertThat(key).matches("-?[0-9.]+(E-?[0-9]+)?|-?Infinity|");
    }
    assertThat(page.select("#table thead [aria-sort]")).hasSize(1);
    assertThat(page.select("#table thead th button")).hasSize(8);
  }

  @Test
  void everyOutcomeIsCounted() {
    for (Element row : page.select(".counts tbody tr")) {
      Outcome outcome = Outcome.valueOf(row.select("th").get(0).ownText());
      assertThat(row.select("td").get(0).text())
          .isEqualTo(full.counts(Subject.SCORE).getOrDefault(outcome, 0L).toString());
    }
    assertThat(page.select(".counts tbody tr")).hasSize(Outcome.values().length);
  }

  @Test
  void noOutcomeIsToldByColourAlone() {
    for (Element tag : page.select(".outcome, .tag, .claim strong")) {
      assertThat(tag.ownText()).isNotBlank();
      assertThat(tag.select(".sign").text()).isNotBlank();
    }
  }

  @Test
  void notesDoubtsAndRulesStandInIt() {
    Summary summary = Summary.of(full, HtmlReport::shown);
    String text = page.text();
    assertThat(summary.warnings()).isNotEmpty().allSatisfy(w -> assertThat(text).contains(w));
    assertThat(summary.rules()).isNotEmpty().allSatisfy(r -> assertThat(text).contains(r));
    assertThat(summary.growths()).isNotEmpty().allSatisfy(g -> assertThat(text).contains(g));
    assertThat(text).contains("1 fork was disturbed by a neighbour", summary.completeness());
    assertThat(text).contains(full.head().revision().orElseThrow());
  }

  @Test
  void theVerdictForProgramsIsInItWhole() throws IOException {
    String embedded = page.select("script[type=application/gzip]").get(0).data();
    assertThat(embedded).matches("[A-Za-z0-9+/]+=*");
    byte[] packed = Base64.getDecoder().decode(embedded);
    try (InputStream json = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      String text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).isEqualTo(Verdicts.text(Format.JSON, full));
    }
  }

  @Test
  void everyPairIsADotWithItsRoundsBehind() {
    Element regressed = page.select("details").get(0);
    Element pairs =
        page.select("details").stream()
            .filter(each -> each.select("h3").text().equals("CacheMix.get{size=100}"))
            .findFirst()
            .orElse(regressed);
    int taken = FORKS + FORKS + 1;
    assertThat(pairs.select("circle.pair")).hasSize(taken);
    assertThat(pairs.select("circle.base")).hasSizeGreaterThanOrEqualTo(taken);
    assertThat(pairs.select("path.cloud")).hasSize(taken);
    assertThat(pairs.select("path.cloud").get(0).attr("d").split("M", -1)).hasSize(ROUNDS + 1);
    assertThat(pairs.text()).contains("31 % of the processor time went to other processes");
  }

  @Test
  void whatIsUnknownOfTheMachineIsSaidToBe() {
    assertThat(page.select("#b1 .facts").text()).contains("unknown of 2");
    assertThat(page.select("#b1 text.centred").eachText()).contains("?");
    assertThat(page.select("#b1 .facts").text()).contains("Held back by a quota unknown");
  }

  @Test
  void withoutTheRunsTheVerdictIsStillTold() {
    Document bare = page(full, Runs.NONE);
    assertThat(bare.select("#table tbody tr")).hasSameSizeAs(full.findings());
    assertThat(bare.select(".bars li")).isNotEmpty();
    assertThat(bare.select("circle.pair, circle.base")).isEmpty();
    assertThat(bare.text()).contains("Unknown: the forks are not at hand.");
  }

  @Test
  void aVerdictOnNothingIsAPageToo() {
    Document nothing = page(Verdicts.verdict(Status.INCOMPLETE, List.of()), Runs.NONE);
    assertThat(nothing.select("h1").text()).contains("Incomplete");
    assertThat(nothing.text()).contains("No finding has an interval.");
  }

  @Test
  void numbersOfAnotherSessionAreDrawnWithoutPairs() {
    Runs runs = Measurements.behind(full, FORKS, ROUNDS);
    Runs summarised =
        new Runs(runs.base().map(Run::summarised), runs.head(), Optional.empty(), Optional.empty());
    Document stored = page(full, summarised);
    assertThat(stored.select("details path.cloud")).isEmpty();
    assertThat(stored.select("circle.base")).isNotEmpty();
  }

  @Test
  void roundsAreDrawnForTheFirstBenchmarksAndThePageSaysSo() {
    Verdict large = suite(Page.WITH_ROUNDS + 5);
    Document capped = page(large, Measurements.behind(large, 2, 3));
    Elements details = capped.select("details");
    assertThat(details.get(Page.WITH_ROUNDS - 1).select("path.cloud")).isNotEmpty();
    assertThat(details.get(Page.WITH_ROUNDS).select("path.cloud")).isEmpty();
    assertThat(details.get(Page.WITH_ROUNDS).select("circle.pair")).isNotEmpty();
    assertThat(capped.text()).contains("are drawn for the first 40 benchmarks");
    assertThat(page.text()).doesNotContain("are drawn for the first");
  }

  @Test
  void aSuiteOfAHundredStaysSmall() {
    Verdict large = suite(100);
    String text = Verdicts.text(new HtmlReport(Measurements.behind(large, 4, 25)), large);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(3_000_000);
    assertThat(Jsoup.parse(text).select(".bars li")).hasSize(40);
    assertThat(text).contains("The other 160 that have an interval are in the table below.");
  }

  @Test
  void itIsTheSameInEveryLocale() {
    HtmlReport report = new HtmlReport(Measurements.behind(full, FORKS, ROUNDS));
    String before = Verdicts.text(report, full);
    Locale locale = Locale.getDefault();
    try {
      for (String tag : List.of("und", "de-DE", "tr-TR", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(Verdicts.text(report, full)).isEqualTo(before);
      }
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void headingsDescendOneByOneAndIdsAreUnique() {
    List<Integer> levels =
        page.select("h1, h2, h3, h4").stream().map(each -> each.tagName().charAt(1) - '0').toList();
    assertThat(levels.get(0)).isEqualTo(1);
    IntStream.range(1, levels.size())
        .forEach(i -> assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1));
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void tablesAndDrawingsSpeakForThemselves() {
    assertThat(page.select("table"))
        .allSatisfy(t -> assertThat(t.select("caption").text()).isNotBlank());
    assertThat(page.select("th")).allSatisfy(th -> assertThat(th.attr("scope")).isNotBlank());
    for (Element svg : page.select("svg")) {
      boolean inner = svg.parents().is("svg");
      boolean hidden = svg.hasAttr("aria-hidden") || svg.parents().is("[aria-hidden]");
      if (!inner && !hidden) {
        assertThat(svg.attr("role")).isEqualTo("img");
        assertThat(svg.select("> title").text()).isNotBlank();
      }
    }
  }
}
