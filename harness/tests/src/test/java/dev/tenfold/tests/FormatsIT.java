package dev.tenfold.tests;

import static dev.tenfold.tests.JmhJson.fork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The one verdict in each of its forms, for people and for programs. */
class FormatsIT {
  private static final String ESCAPE = "\u001b[";

  @TempDir private Path directory;

  @BeforeEach
  void twoRuns() {
    JmhJson.write(directory.resolve("base.json"), fork(100, 101, 102), fork(101, 102, 103));
    JmhJson.write(directory.resolve("head.json"), fork(133, 134, 135), fork(134, 135, 136));
  }

  @Test
  void jsonIsReadByPrograms() {
    VerdictFile verdict = VerdictFile.of(compare("json"));
    assertThat(verdict.root().path("exitCode").asInt()).isEqualTo(2);
    assertThat(verdict.outcomes()).containsEntry("time", "REGRESSED").hasSize(1);
  }

  @Test
  void junitIsReadByBuildServers() throws Exception {
    byte[] xml = compare("junit").getBytes(StandardCharsets.UTF_8);
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getDocumentElement();
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(1);
  }

  @Test
  void markdownAndTextAreReadByPeople() {
    assertThat(compare("markdown")).startsWith("### ❌ Tenfold").contains("| REGRESSED |");
    assertThat(compare("text")).startsWith("Regression: ").contains("REGRESSED (1)");
  }

  @Test
  void htmlIsReadInABrowser() {
    assertThat(compare("html"))
        .startsWith("<!DOCTYPE html>")
        .contains("<h1>", "REGRESSED", "Bench.time")
        .endsWith("</html>\n");
  }

  @Test
  void csvIsReadBySpreadsheets() {
    assertThat(compare("csv"))
        .startsWith("benchmark,mode,threads,params,subject,outcome,")
        .contains("REGRESSED")
        .hasLineCount(2);
  }

  @Test
  void theBadgeSaysTheStatus() {
    assertThat(compare("badge")).startsWith("<svg ").contains(">regression</text>");
  }

  @Test
  void sarifTellsCodeScanningTheLine() throws IOException {
    Path file = directory.resolve("bench/src/jmh/java/x/Bench.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "class Bench {\n  @Benchmark\n  int time() { return 1; }\n}\n");
    assertThat(compare("sarif"))
        .contains("\"ruleId\" : \"regressed\"", "\"uri\" : \"bench/src/jmh/java/x/Bench.java\"")
        .contains("\"startLine\" : 3");
  }

  @Test
  void aFormatThatThereIsNotIsRefused() {
    Cli.in(directory)
        .run("compare", "--format", "p\u001bdf", "base.json", "head.json")
        .refuses(
            "no format \"p\\u001bdf\"", "text, markdown, json, junit, csv, badge, html, sarif");
  }

  @Test
  void colourIsForTerminalsAndForThoseWhoAskForIt() {
    String[] plain = {"compare", "base.json", "head.json"};
    String[] painted = {"compare", "--color", "always", "base.json", "head.json"};
    Cli.in(directory).run(plain).neverSays(ESCAPE);
    Cli.in(directory).run(painted).says(ESCAPE);

    assumeThat(Path.of("/usr/bin/script")).as("the command that makes a terminal").exists();
    Cli.in(directory).with("TERM", "xterm").runOnTerminal(plain).says(ESCAPE + "31m", "REGRESSED");
    Cli.in(directory)
        .with("TERM", "xterm")
        .with("NO_COLOR", "1")
        .runOnTerminal(plain)
        .says("REGRESSED")
        .neverSays(ESCAPE);
  }

  private String compare(String format) {
    return Cli.in(directory)
        .run("compare", "--format", format, "base.json", "head.json")
        .exits(2)
        .out();
  }
}
