package dev.tenfold.report;

import dev.tenfold.compare.Difference;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.judge.Verdict;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * A verdict as a table for spreadsheets and data frames (RFC 4180): a line for each finding, in the
 * order of the verdict.
 *
 * <p>Numbers are as they were computed and in the metric's own unit; {@code change}, {@code low},
 * {@code high} and {@code sees} are fractions where {@code scale} is LOG_RATIO, else in the unit.
 * What is not there, or not finite, is empty. Texts are made visible, and get an apostrophe where a
 * spreadsheet would take them for a formula: as they came, they are in {@code verdict.json}.
 */
final class Csv {
  private static final List<String> COLUMNS =
      List.of(
          "benchmark",
          "mode",
          "threads",
          "params",
          "subject",
          "outcome",
          "metric",
          "unit",
          "scale",
          "base",
          "head",
          "change",
          "low",
          "high",
          "p",
          "sees",
          "base_forks",
          "head_forks",
          "because");

  private static final ObjectWriter WRITER = writer();

  /**
   * What begins a formula, also behind spaces, in the wide signs of East Asia, and behind the
   * semicolon, which ends a cell where the comma is the decimal sign.
   */
  private static final Pattern FORMULA = Pattern.compile("(^|;)( *)(?=[=+\\-@＝＋－＠])");

  private Csv() {}

  private static ObjectWriter writer() {
    CsvSchema.Builder columns = CsvSchema.builder();
    COLUMNS.forEach(columns::addColumn);
    return CsvMapper.builder()
        .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
        .build()
        .writer(columns.setLineSeparator("\r\n").build().withHeader());
  }

  static void write(Verdict verdict, Appendable to) throws IOException {
    to.append(WRITER.writeValueAsString(verdict.findings().stream().map(Csv::line).toList()));
  }

  private static Map<String, Object> line(Finding finding) {
    Map<String, Object> line = new LinkedHashMap<>();
    String method = finding.id().method();
    line.put("benchmark", text(method));
    line.put("mode", finding.id().mode().label());
    line.put("threads", finding.id().threads());
    line.put("params", text(finding.id().methodAndParams().substring(method.length())));
    line.put("subject", finding.subject().toString());
    line.put("outcome", finding.outcome().name());
    finding.evidence().ifPresent(evidence -> numbers(evidence, line));
    line.put("because", text(finding.because()));
    return line;
  }

  private static void numbers(Evidence evidence, Map<String, Object> line) {
    Difference difference = evidence.difference();
    line.put("metric", text(difference.metric().name()));
    line.put("unit", text(difference.metric().unit().text()));
    line.put("scale", difference.scale().name());
    number("base", evidence.base(), line);
    number("head", evidence.head(), line);
    number("change", evidence.change(), line);
    number("low", evidence.interval().low(), line);
    number("high", evidence.interval().high(), line);
    number("p", evidence.p(), line);
    number("sees", evidence.sight().smallestVisible(), line);
    line.put("base_forks", difference.base().forks());
    line.put("head_forks", difference.head().forks());
  }

  private static void number(String column, double value, Map<String, Object> line) {
    if (Double.isFinite(value)) {
      line.put(column, value);
    }
  }

  private static String text(String raw) {
    return FORMULA.matcher(Visible.of(raw)).replaceAll("$1$2'");
  }
}
