package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.terminal.Style;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever benchmarks are called and say, every document shows it and does nothing of it. */
class HostileTest {
  private static final Verdict HARMLESS = Hostile.verdict(Hostile.HARMLESS);
  private static final List<String> COMMENT =
      Rendered.of(Verdicts.text(Format.MARKDOWN, HARMLESS)).structure();
  private static final Sarif SARIF = new Sarif(Sources.in(Path.of(""), List.of()));
  private static final Sources HERE = Sources.below(Path.of(""));
  private static final Schema SCHEMA = schema();

  static List<String> texts() {
    return Hostile.texts();
  }

  private static Schema schema() {
    try (InputStream in =
        Objects.requireNonNull(
            HostileTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theyAreManyAndDifferent() {
    assertThat(Hostile.texts()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void noLogOrTerminalIsCommanded(String text) {
    Verdict verdict = Hostile.verdict(text);
    TextTable painted = new TextTable(Style.COLOUR, 120, true);
    List<String> shown = new ArrayList<>(List.of(Brief.of(verdict)));
    shown.add(Verdicts.text(painted, verdict).replaceAll("\u001b\\[[0-9]+m", ""));
    Stream.of(Format.values()).forEach(format -> shown.add(Verdicts.text(format, verdict)));
    shown.add(Verdicts.text(SARIF, verdict));
    assertThat(shown)
        .allSatisfy(
            document -> {
              assertThat(Hostile.hidden(document)).isEmpty();
              assertThat(document.lines())
                  .noneMatch(line -> line.strip().startsWith("::"))
                  .noneMatch(line -> line.contains("##["));
            });
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTableInTextHasTheSameRows(String text) {
    assertThat(starts(Verdicts.text(Format.TEXT, Hostile.verdict(text))))
        .isEqualTo(starts(Verdicts.text(Format.TEXT, HARMLESS)));
  }

  /** The first letters of what neither belongs to a row nor begins with a name. */
  private static List<String> starts(String document) {
    return document
        .lines()
        .filter(line -> !line.startsWith("  ") && !line.isEmpty())
        .filter(line -> !line.contains(" grows as "))
        .map(line -> line.substring(0, Math.min(6, line.length())))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aCommentStaysTextInTheSameTables(String text) {
    String comment = Verdicts.text(Format.MARKDOWN, Hostile.verdict(text));
    Rendered rendered = Rendered.of(comment);
    rendered.isOnlyText();
    assertThat(rendered.structure()).isEqualTo(COMMENT);
    assertThat(comment)
        .hasSizeLessThan(Comment.MOST_CHARACTERS)
        .endsWith("\n" + Comment.MARKER + "\n")
        .containsOnlyOnce("<!");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void jsonHoldsTheTextsAsTheyCame(String raw) {
    JsonNode root = JsonMapper.shared().readTree(Verdicts.text(Format.JSON, Hostile.verdict(raw)));
    String text = raw.replaceAll("\\p{Cs}", "\ufffd");
    assertThat(root.at("/notes/0").asString()).isEqualTo(text);
    assertThat(root.at("/base/revision").asString()).isEqualTo(text);
    assertThat(root.at("/head/machine/cpu").asString()).isEqualTo(text);
    assertThat(root.at("/findings/0/benchmark/method").asString()).isEqualTo("p." + text + ".m0");
    assertThat(root.at("/findings/0/benchmark/params").get(text).asString()).isEqualTo(text);
    assertThat(root.at("/findings/1/evidence/metric/unit").asString()).isEqualTo(text);
    assertThat(root.at("/findings/4/because").asString()).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void junitHasTheSameElements(String text) throws Exception {
    assertThat(elements(Verdicts.text(Format.JUNIT, Hostile.verdict(text))))
        .isEqualTo(elements(Verdicts.text(Format.JUNIT, HARMLESS)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void theBadgeShowsNothingOfIt(String text) throws Exception {
    String badge = Verdicts.text(Format.BADGE, Hostile.verdict(text));
    assertThat(badge).isEqualTo(Verdicts.text(Format.BADGE, HARMLESS));
    assertThat(elements(badge)).first().asString().startsWith("svg");
  }

  /** All elements with the names of their attributes, in order. */
  private static List<String> elements(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new Strict());
    List<String> elements = new ArrayList<>();
    collect(builder.parse(new InputSource(new StringReader(xml))).getDocumentElement(), elements);
    return elements;
  }

  private static void collect(Element element, List<String> to) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      names.add(element.getAttributes().item(i).getNodeName());
    }
    to.add(element.getTagName() + names);
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      assertThat(child.getNodeType()).isIn(Node.ELEMENT_NODE, Node.TEXT_NODE);
      if (child instanceof Element inner) {
        collect(inner, to);
      }
    }
  }

  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aSpreadsheetGetsTheSameCellsAndNoFormula(String text) throws IOException {
    Verdict verdict = Hostile.verdict(text);
    List<CSVRecord> records =
        CSVFormat.RFC4180.parse(new StringReader(Verdicts.text(Format.CSV, verdict))).getRecords();
    assertThat(records).hasSize(verdict.findings().size() + 1);
    List<String> header = records.get(0).toList();
    for (int i = 0; i < verdict.findings().size(); i++) {
      List<String> cells = records.get(i + 1).toList();
      assertThat(cells).hasSameSizeAs(header);
      assertThat(cells)
          .allMatch(
              cell ->
                  isNumber(cell)
                      || !cell.matches("(?s)(.*;)?\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20].*"));
      Finding finding = verdict.findings().get(i);
      assertThat(unguarded(cells.get(header.indexOf("benchmark"))))
          .isEqualTo(unguarded(Visible.of(finding.id().method())));
      assertThat(unguarded(cells.get(header.indexOf("because"))))
          .isEqualTo(unguarded(Visible.of(finding.because())));
    }
  }

  private static boolean isNumber(String cell) {
    return cell.matches("-?[0-9.]+(E-?[0-9]+)?");
  }

  private static String unguarded(String cell) {
    return cell.replace("'", "");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void codeScanningGetsValidSarifWithoutLinks(String text) {
    Verdict verdict = Hostile.verdict(text);
    String sarif = Verdicts.text(SARIF, verdict);
    assertThat(SCHEMA.validate(sarif, InputFormat.JSON)).isEmpty();
    JsonNode results = JsonMapper.shared().readTree(sarif).at("/runs/0/results");
    assertThat(results).hasSize(6);
    assertThat(results)
        .allSatisfy(
            result -> {
              String message = result.at("/message/text").asString();
              assertThat(message).isNotBlank().hasSizeLessThanOrEqualTo(1000);
              assertThat(message).doesNotContain("](", "{", "}");
              assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                  .isEqualTo(1);
            });
    assertThat(results)
        .extracting(result -> result.at("/partialFingerprints/primaryLocationLineHash").asString())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void noNameIsThatOfASourceFile(String text) {
    BenchmarkId id = Hostile.verdict(text).findings().get(0).id();
    assertThat(HERE.place(id)).isEmpty();
  }
}
