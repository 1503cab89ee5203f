package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitXmlTest {
  private final Verdict verdict = Verdicts.full();
  private Element suite;

  @BeforeEach
  void parsed() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    String xml = Verdicts.text(Format.JUNIT, verdict);
    suite =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
  }

  @Test
  void itsTotalsAreThoseOfItsCasesAndOfTheVerdict() {
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(total("tests")).isEqualTo(count("testcase")).isEqualTo(verdict.findings().size());
    assertThat(verdict.policy().failOn()).containsExactly(Outcome.INCOMPARABLE);
    assertThat(total("failures"))
        .isEqualTo(count("failure"))
        .isEqualTo(of(Outcome.REGRESSED) + of(Outcome.INCOMPARABLE));
    assertThat(total("errors")).isEqualTo(count("error")).isEqualTo(of(Outcome.FAILED));
    assertThat(total("skipped"))
        .isEqualTo(count("skipped"))
        .isEqualTo(of(Outcome.INCONCLUSIVE) + of(Outcome.ADDED) + of(Outcome.REMOVED));
  }

  @Test
  void noTwoCasesHaveTheSameName() {
    NodeList cases = suite.getElementsByTagName("testcase");
    assertThat(IntStream.range(0, cases.getLength()).mapToObj(cases::item))
        .extracting(c -> attribute(c, "classname") + "#" + attribute(c, "name"))
        .doesNotHaveDuplicates()
        .contains("org.acme.CacheMix#get{size=100}", "org.acme.CacheMix#get{size=100} allocation");
  }

  @Test
  void aFailureTellsTheChangeInWords() {
    Node failure = suite.getElementsByTagName("failure").item(2);
    assertThat(attribute(failure, "message"))
        .startsWith("REGRESSED: slower +12.4 % [+10.3, +14.5], from 12.34 to 13.87 ns/op. ");
  }

  private static String attribute(Node node, String name) {
    return node.getAttributes().getNamedItem(name).getNodeValue();
  }

  private long total(String attribute) {
    return Long.parseLong(suite.getAttribute(attribute));
  }

  private long count(String element) {
    return suite.getElementsByTagName(element).getLength();
  }

  private long of(Outcome outcome) {
    return verdict.findings().stream().filter(f -> f.outcome() == outcome).count();
  }

  @Test
  void aBuildThatFailsForWhatNoBenchmarkIsBlamedForHasACaseOfItsOwn() throws Exception {
    Verdict lacking =
        new Verdict(
            Status.INCOMPARABLE,
            verdict.kind(),
            verdict.base(),
            verdict.head(),
            List.of(),
            List.of(),
            List.of(),
            verdict.policy());
    String xml = Verdicts.text(Format.JUNIT, lacking);
    assertThat(xml)
        .contains("tests=\"1\" failures=\"1\" errors=\"0\"")
        .contains("type=\"INCOMPARABLE\"", "there is no baseline");
  }
}
