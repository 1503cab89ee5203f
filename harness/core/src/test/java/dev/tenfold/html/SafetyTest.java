package dev.tenfold.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.growth.Fit;
import dev.tenfold.growth.Growth;
import dev.tenfold.growth.Order;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Limit;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Threshold;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Hostile;
import dev.tenfold.report.Verdicts;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Jvm;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import dev.tenfold.run.Settings;
import dev.tenfold.run.Unit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever benchmarks are called and say, the page shows it and does nothing of it. */
class SafetyTest {
  private static final String HARMLESS = Hostile.HARMLESS;

  private static final List<String> STRUCTURE = structure(page(HARMLESS));

  private static final Set<String> FETCHING =
      Set.of("src", "srcset", "data", "action", "formaction", "poster", "background", "xlink:href");

  static List<String> hostile() {
    return Hostile.texts();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void itHasTheSameElementsAndAttributesWhateverTheDataHolds(String evil) {
    assertThat(structure(page(evil))).isEqualTo(STRUCTURE);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noCharacterOfItIsInvisibleOrTurnsTheWriting(String evil) {
    assertThat(Hostile.hidden(page(evil).outerHtml())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void nothingIsFetchedOrRun(String evil) throws Exception {
    Document page = page(evil);
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).doesNotStartWith("on").isNotEqualTo("style");
        assertThat(FETCHING).doesNotContain(attribute.getKey());
        if (attribute.getKey().equals("href")) {
          assertThat(attribute.getValue()).matches("#[a-z0-9-]+|data:,");
        }
      }
    }
    assertThat(page.select("script:not([type=application/gzip])")).hasSize(1);
    assertThat(page.select("iframe, object, embed, img, base, form[action], use, image")).isEmpty();
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .isEqualTo(
            "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
                .formatted(
                    hash(page.select("style").get(0)),
                    hash(page.select("script:not([type])").get(0))));
  }

  @Test
  void theStyleAndTheScriptEndWhereTheyShould() {
    assertThat(Assets.STYLE).doesNotContain("</").doesNotContain("@import").doesNotContain("url(");
    assertThat(Assets.SCRIPT)
        .doesNotContain("</")
        .doesNotContain("<!--")
        .doesNotContain("innerHTML")
        .doesNotContain("eval")
        .doesNotContain(".style");
  }

  private static String hash(Element element) throws Exception {
    byte[] content = element.data().getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  /** Every element with the names of its attributes, in order. */
  private static List<String> structure(Document page) {
    return page.getAllElements().stream()
        .map(
            element -> {
              Set<String> names = new TreeSet<>();
              element.attributes().forEach(attribute -> names.add(attribute.getKey()));
              return element.tagName() + names;
            })
        .toList();
  }

  private static Document page(String text) {
    dev.tenfold.html.Runs runs =
        new dev.tenfold.html.Runs(
            Optional.of(run(text, 10)),
            Optional.of(run(text, 11)),
            Optional.empty(),
            Optional.empty());
    return Jsoup.parse(Verdicts.text(new HtmlReport(runs), verdict(text)));
  }

  private static BenchmarkId id(String text) {
    return BenchmarkId.of("p." + text + ".m", Mode.AVERAGE_TIME, 1, Map.of(text, text));
  }

  private static Run run(String text, double level) {
    Result measured =
        Runs.with(
            Runs.inTurns(Runs.result(id(text), level, level + 0.1), 2),
            Metric.secondary(text.isBlank() ? HARMLESS : text, Unit.of(text)),
            1,
            2);
    Circumstances own = measured.circumstances();
    Result told =
        new Result(
            id(text),
            new Settings(1, text, 1, 1, text, 1, List.of(text)),
            new Jvm(text, text, text, text, text),
            measured.score(),
            new TreeMap<>(measured.secondary()),
            new Circumstances(
                List.of(),
                Optional.of(text),
                new Looks(List.of(1, 2)),
                own.conditions(),
                List.of(text)));
    return Runs.run(Hostile.origin(text), told);
  }

  private static Verdict verdict(String text) {
    Finding slower = Verdicts.ratio(Outcome.REGRESSED, id(text), Verdicts.NS, 10, 11, 0.01);
    Finding failed = Verdicts.bare(id("2" + text), Outcome.FAILED, text);
    Verdict plain = Verdicts.verdict(Status.REGRESSION, List.of(slower, failed));
    return new Verdict(
        plain.status(),
        plain.kind(),
        Hostile.origin(text),
        Hostile.origin(text),
        plain.findings(),
        List.of(
            new Growth(
                id(text),
                text,
                List.of(1.0, 10.0, 100.0),
                Optional.empty(),
                new Fit(Order.LINEAR, 0.9, Order.QUADRATIC),
                Optional.empty())),
        List.of(text),
        plain.policy().with(List.of(new Limit(new Glob(text), text, new Threshold(0.1, 1)))));
  }
}
