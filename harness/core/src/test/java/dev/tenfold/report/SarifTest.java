package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.Mode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifTest {
  @TempDir private Path top;

  private JsonNode run(Verdict verdict) {
    String text = Verdicts.text(new Sarif(Sources.below(top)), verdict);
    return JsonMapper.shared().readTree(text).at("/runs/0");
  }

  private JsonNode results(Finding... findings) {
    return run(Verdicts.verdict(Status.REGRESSION, List.of(findings))).get("results");
  }

  private void write(String path, String text) throws IOException {
    Path file = top.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Finding slower(String method, Map<String, String> params, double head) {
    return Verdicts.ratio(
        Outcome.REGRESSED,
        Verdicts.id(method, Mode.AVERAGE_TIME, params),
        Verdicts.NS,
        10,
        head,
        0.01);
  }

  @Test
  void aFindingStandsAtTheLineOfItsBenchmark() throws IOException {
    write("a b/ü/50%/x:y#z?/src/main/java/p/C.java", "class C {\n  @Benchmark\n  int m() {}\n}\n");
    JsonNode location =
        results(slower("p.C.m", Map.of(), 11)).at("/0/locations/0/physicalLocation");
    assertThat(location.at("/region/startLine").asInt()).isEqualTo(3);
    assertThat(location.at("/artifactLocation/uriBaseId").asString()).isEqualTo("%SRCROOT%");
    String uri = location.at("/artifactLocation/uri").asString();
    assertThat(uri).isEqualTo("a%20b/%C3%BC/50%25/x%3Ay%23z%3F/src/main/java/p/C.java");
    assertThat(URI.create(uri).isAbsolute()).isFalse();
    assertThat(URI.create(uri).getPath()).isEqualTo("a b/ü/50%/x:y#z?/src/main/java/p/C.java");
  }

  @Test
  void whatHasNoLineStandsAtTheFileThatConfiguresTheBenchmarks() throws IOException {
    Finding gone = Verdicts.bare(Verdicts.id("p.C.m"), Outcome.REMOVED, "Gone.");
    String uri = "/0/locations/0/physicalLocation/artifactLocation/uri";
    assertThat(results(gone).at(uri).asString()).isEqualTo("tenfold.yaml");
    write("pom.xml", "");
    assertThat(results(gone).at(uri).asString()).isEqualTo("pom.xml");
    write("benchmarks/tenfold.yaml", "");
    assertThat(results(gone).at(uri).asString()).isEqualTo("benchmarks/tenfold.yaml");
  }

  @Test
  void aFindingIsKnownAgainWhateverWasMeasuredAndFromAnyOther() {
    String print = "/partialFingerprints/primaryLocationLineHash";
    JsonNode some =
        results(
            slower("p.C.m", Map.of("size", "1"), 11),
            slower("p.C.m", Map.of("size", "2"), 12),
            Verdicts.allocation(
                Outcome.REGRESSED,
                Verdicts.id("p.C.m", Mode.AVERAGE_TIME, Map.of("size", "1")),
                0,
                24,
                0.1));
    assertThat(some).extracting(result -> result.at(print).asString()).doesNotHaveDuplicates();
    assertThat(some)
        .extracting(result -> result.at(print).asString())
        .contains(results(slower("p.C.m", Map.of("size", "1"), 19)).get(0).at(print).asString());
  }

  @Test
  void whatFailsIsAnErrorAndWhatIsLetPassANote() {
    JsonNode results =
        results(
            slower("p.C.slower", Map.of(), 11),
            Verdicts.bare(Verdicts.id("p.C.threw"), Outcome.FAILED, "It threw."),
            Verdicts.bare(Verdicts.id("p.C.other"), Outcome.INCOMPARABLE, "Other units."),
            Verdicts.bare(Verdicts.id("p.C.waived"), Outcome.WAIVED, "Waived."),
            Verdicts.bare(Verdicts.id("p.C.open"), Outcome.INCONCLUSIVE, "Open."),
            Verdicts.bare(Verdicts.id("p.C.new"), Outcome.ADDED, "New."),
            Verdicts.bare(Verdicts.id("p.C.same"), Outcome.IDENTICAL, "Same."),
            Verdicts.ratio(Outcome.IMPROVED, Verdicts.id("p.C.faster"), Verdicts.NS, 10, 9, 0.001));
    assertThat(results)
        .extracting(
            result -> result.get("ruleId").asString() + " " + result.get("level").asString())
        .containsExactly("regressed error", "failed error", "incomparable error", "waived note");
    assertThat(results.get(0).at("/message/text").asString())
        .startsWith("C.slower: slower +10.0 % [")
        .contains("], from 10.00 to 11.00 ns/op. ");
  }

  @Test
  void whatThePolicyForbidsIsAnErrorToo() {
    Finding open = Verdicts.bare(Verdicts.id("p.C.open"), Outcome.INCONCLUSIVE, "Open.");
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
    assertThat(run(lenient).get("results")).isEmpty();
    assertThat(run(strict).at("/results/0/level").asString()).isEqualTo("error");
  }

  @Test
  void everyResultHasARuleThatIsDescribed() {
    JsonNode run = run(Verdicts.full());
    List<String> rules =
        run.at("/tool/driver/rules").valueStream().map(r -> r.get("id").asString()).toList();
    assertThat(run.get("results"))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(rules).contains(result.get("ruleId").asString()));
    assertThat(run.at("/tool/driver/rules"))
        .allSatisfy(
            rule -> {
              assertThat(rule.at("/shortDescription/text").asString()).endsWith(".");
              assertThat(rule.at("/help/text").asString()).isNotBlank();
            });
  }
}
