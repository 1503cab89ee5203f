package dev.tenfold.report;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A verdict as the test results that build servers read: a case for each finding, in the order of
 * reading. A regression is a failure, and so is what the policy forbids; a benchmark that could not
 * be measured is an error; what the numbers do not decide is skipped, with the reason.
 */
final class JunitXml {
  // The parser of JDK 24 and later gives up where the attributes of a document get too long.
  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_MESSAGE = 4000;

  private static final String FAILURE = "failure";
  private static final String ERROR = "error";
  private static final String SKIPPED = "skipped";

  private final Verdict verdict;
  private final Names names;
  private final XMLStreamWriter xml;

  private JunitXml(Verdict verdict, XMLStreamWriter xml) {
    this.verdict = verdict;
    this.names = Names.of(verdict);
    this.xml = xml;
  }

  static void write(Verdict verdict, Appendable to) throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JunitXml(verdict, xml).suite();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    to.append(text.toString());
  }

  private void suite() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "tenfold");
    int unsaid = isUnsaid() ? 1 : 0;
    xml.writeAttribute("tests", Integer.toString(verdict.findings().size() + unsaid));
    xml.writeAttribute("failures", Long.toString(count(FAILURE) + unsaid));
    xml.writeAttribute("errors", Long.toString(count(ERROR)));
    xml.writeAttribute("skipped", Long.toString(count(SKIPPED)));
    line();
    xml.writeStartElement("properties");
    property("status", verdict.status().name());
    property("exitCode", Integer.toString(verdict.status().exitCode()));
    property("base", verdict.base().revision().orElse("unknown"));
    property("head", verdict.head().revision().orElse("unknown"));
    xml.writeEndElement();
    line();
    for (Row row : Row.inOrder(verdict)) {
      testcase(row);
    }
    if (isUnsaid()) {
      verdictItself();
    }
    xml.writeEndElement();
    line();
    xml.writeEndDocument();
  }

  private long count(String element) {
    return verdict.findings().stream().filter(f -> element(f.outcome()).equals(element)).count();
  }

  /** Whether the build fails for what no benchmark can be blamed for, such as a missing base. */
  private boolean isUnsaid() {
    return verdict.status() != Status.PASS && count(FAILURE) + count(ERROR) == 0;
  }

  private void verdictItself() throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "tenfold");
    xml.writeAttribute("name", "verdict");
    xml.writeEmptyElement(FAILURE);
    xml.writeAttribute("message", Visible.of(Brief.of(verdict), LONGEST_MESSAGE));
    xml.writeAttribute("type", verdict.status().name());
    xml.writeEndElement();
    line();
  }

  /** What stands in the case of this outcome; empty if it passed. */
  private String element(Outcome outcome) {
    return switch (outcome) {
      case REGRESSED -> FAILURE;
      case FAILED -> ERROR;
      case IMPROVED, UNCHANGED, IDENTICAL -> "";
      default -> verdict.policy().failOn().contains(outcome) ? FAILURE : SKIPPED;
    };
  }

  private void property(String name, String value) throws XMLStreamException {
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", Visible.of(value, LONGEST_NAME));
  }

  private void testcase(Row row) throws XMLStreamException {
    Finding finding = row.finding();
    boolean passed = element(finding.outcome()).isEmpty();
    if (passed) {
      xml.writeEmptyElement("testcase");
    } else {
      xml.writeStartElement("testcase");
    }
    xml.writeAttribute("classname", Visible.of(className(finding.id()), LONGEST_NAME));
    xml.writeAttribute("name", Visible.of(name(row), LONGEST_NAME));
    if (!passed) {
      ending(row);
      xml.writeEndElement();
    }
    line();
  }

  private void ending(Row row) throws XMLStreamException {
    String element = element(row.outcome());
    xml.writeEmptyElement(element);
    xml.writeAttribute("message", Visible.of(message(row), LONGEST_MESSAGE));
    if (!element.equals(SKIPPED)) {
      xml.writeAttribute("type", row.outcome().name());
    }
  }

  private static String message(Row row) {
    return row.outcome()
        + ": "
        + row.cells()
            .map(
                cells ->
                    (row.meaning() + " " + cells.change()).strip()
                        + ", from "
                        + cells.base()
                        + " to "
                        + cells.head()
                        + cells.unit()
                        + ". ")
            .orElse("")
        + row.finding().because();
  }

  private static String className(BenchmarkId id) {
    int dot = id.method().lastIndexOf('.');
    return dot < 0 ? id.method() : id.method().substring(0, dot);
  }

  private String name(Row row) {
    BenchmarkId id = row.finding().id();
    String name = id.methodAndParams().substring(id.method().lastIndexOf('.') + 1);
    String mode = names.isOnlyMode(id) ? "" : " [" + id.mode().label() + ":" + id.threads() + "]";
    return name + mode + row.metric().map(metric -> " " + metric).orElse("");
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
