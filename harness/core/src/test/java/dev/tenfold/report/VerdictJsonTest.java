package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Sight;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.stats.Interval;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerdictJsonTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void holdsTheOutcomesAndNamesOfTheVerdictInItsOrder() {
    Verdict verdict = Verdicts.full();
    JsonNode root = MAPPER.readTree(json(verdict));
    assertThat(root.get("status").asString()).isEqualTo(verdict.status().name());
    assertThat(root.get("exitCode").asInt()).isEqualTo(verdict.status().exitCode());
    List<String> got =
        root.get("findings")
            .valueStream()
            .map(f -> f.at("/benchmark/text").asString() + f.get("outcome").asString())
            .toList();
    assertThat(got)
        .isEqualTo(
            verdict.findings().stream().map(f -> f.id().text() + f.outcome().name()).toList());
  }

  @Test
  void holdsTheNumbersAsTheyWereComputed() {
    Finding finding =
        Verdicts.ratio(Outcome.REGRESSED, Verdicts.id("a.B.c"), Verdicts.NS, 12, 13.5, 0.01);
    Evidence evidence = finding.evidence().orElseThrow();
    JsonNode got =
        MAPPER
            .readTree(json(Verdicts.verdict(Status.REGRESSION, List.of(finding))))
            .at("/findings/0/evidence");
    assertThat(got.get("change").asDouble()).isEqualTo(evidence.change());
    assertThat(got.at("/interval/0").asDouble()).isEqualTo(evidence.interval().low());
    assertThat(got.get("p").asDouble()).isEqualTo(evidence.p());
    assertThat(got.at("/estimates/mean/standardError").asDouble()).isEqualTo(0.01);
    assertThat(got.at("/estimates/quartile/degreesOfFreedom").asDouble()).isEqualTo(8);
    assertThat(got.at("/threshold/relative").asDouble()).isEqualTo(0.03);
  }

  @Test
  void writesNullWhereANumberIsNotFinite() {
    Finding finding =
        Verdicts.ratio(Outcome.INCONCLUSIVE, Verdicts.id("a.B.c"), Verdicts.NS, 12, 13.5, 0.01);
    Evidence e = finding.evidence().orElseThrow();
    Evidence endless =
        new Evidence(
            e.difference(),
            e.estimator(),
            e.change(),
            new Interval(-1, Double.POSITIVE_INFINITY),
            e.p(),
            new Sight(Double.POSITIVE_INFINITY, OptionalInt.empty()));
    String json = json(Verdicts.verdict(Status.PASS, List.of(Verdicts.with(finding, endless))));
    JsonNode got = MAPPER.readTree(json).at("/findings/0/evidence");
    assertThat(got.at("/interval/1").isNull()).isTrue();
    assertThat(got.at("/smallestVisible").isNull()).isTrue();
    assertThat(json).doesNotContainPattern("[:,\\[] ?\"?[+-]?(Infinity|NaN|INF)");
  }

  @Test
  void canBePutIntoAPageAsItIs() {
    assertThat(json(Verdicts.full()))
        .doesNotContain("<")
        .contains("\\u003c/script>")
        .matches(text -> text.chars().allMatch(c -> c < 127));
  }

  private static String json(Verdict verdict) {
    return Verdicts.text(Format.JSON, verdict);
  }
}
