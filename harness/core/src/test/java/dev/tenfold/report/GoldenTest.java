package dev.tenfold.report;

import static org.assertj.core.api.Assertions.fail;

import dev.tenfold.html.HtmlReport;
import dev.tenfold.html.Measurements;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.terminal.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {
  private static final Path GOLDENS = Path.of("src/test/resources/dev/tenfold/report");
  private static final String REGENERATE =
      "mvn -pl harness/core test -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dgolden.regenerate=true";

  private static final List<Locale> LOCALES =
      List.of(Locale.ROOT, Locale.forLanguageTag("tr-TR"), Locale.forLanguageTag("de-DE"));

  static Stream<Arguments> documents() {
    Verdict full = Verdicts.full();
    Verdict quiet =
        Verdicts.verdict(
            Status.PASS,
            List.of(
                Verdicts.ratio(
                    Outcome.UNCHANGED, Verdicts.id("a.B.c"), Verdicts.NS, 10, 10, 0.001)));
    return LOCALES.stream()
        .flatMap(
            locale ->
                Stream.of(
                    Arguments.of("verdict.txt", Format.TEXT, full, locale),
                    Arguments.of(
                        "terminal.txt", new TextTable(Style.COLOUR, 120, false), full, locale),
                    Arguments.of("comment.md", Format.MARKDOWN, full, locale),
                    Arguments.of("comment-quiet.md", Format.MARKDOWN, quiet, locale),
                    Arguments.of("verdict.json", Format.JSON, full, locale),
                    Arguments.of("junit.xml", Format.JUNIT, full, locale),
                    Arguments.of("verdict.csv", Format.CSV, full, locale),
                    Arguments.of("badge.svg", Format.BADGE, full, locale),
                    Arguments.of(
                        "verdict.sarif",
                        new Sarif(Sources.in(Path.of("/no/such"), List.of())),
                        full,
                        locale),
                    Arguments.of(
                        "report.html",
                        new HtmlReport(Measurements.behind(full, 3, 5)),
                        full,
                        locale)));
  }

  @ParameterizedTest(name = "{0} in {3}")
  @MethodSource("documents")
  void eachDocumentIsItsGoldenInEveryLocale(
      String name, Document document, Verdict verdict, Locale locale) throws IOException {
    Locale before = Locale.getDefault();
    String got;
    Locale.setDefault(locale);
    try {
      got = Verdicts.text(document, verdict);
    } finally {
      Locale.setDefault(before);
    }
    check(GOLDENS.resolve(name), got);
  }

  private static void check(Path golden, String got) throws IOException {
    if (Boolean.getBoolean("golden.regenerate")) {
      Files.writeString(golden, got);
      fail(golden + " has been written anew. Read the difference, then run without the property.");
    }
    Path other = golden.resolveSibling(golden.getFileName() + ".got");
    if (!Files.exists(golden) || !Files.readString(golden).equals(got)) {
      Files.writeString(other, got);
      fail(
          golden
              + " and what was written now differ; compare it with "
              + other
              + ". If the new one is right: "
              + REGENERATE);
    }
    Files.deleteIfExists(other);
  }
}
