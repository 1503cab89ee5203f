package dev.tenfold.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JmhWriterTest {
  private static final BenchmarkId ID = BenchmarkId.of("a.B.c", Mode.AVERAGE_TIME, 1, Map.of());

  @Test
  void forksBecomeRowsInTheirOrder() {
    ObjectNode merged = JmhWriter.merge(ID, List.of(fork("[[1.0, 2.0]]", ""), fork("[[4.0]]", "")));

    assertThat(merged.get("forks").intValue()).isEqualTo(2);
    assertThat(merged.at("/primaryMetric/rawData").toString()).isEqualTo("[[1.0,2.0],[4.0]]");
    assertThat(merged.propertyNames())
        .containsExactly(
            "benchmark", "mode", "threads", "forks", "primaryMetric", "secondaryMetrics");
    assertThat(merged.get("primaryMetric").propertyNames())
        .containsExactly(
            "score", "scoreError", "scoreConfidence", "scorePercentiles", "scoreUnit", "rawData");
  }

  /** By hand: mean 3, deviation 2.1602, t(0.9995, 3) = 12.924. */
  @Test
  void scoreErrorAndPercentilesAreThoseOfAllIterations() {
    ObjectNode merged =
        JmhWriter.merge(ID, List.of(fork("[[1.0, 2.0]]", ""), fork("[[3.0, 6.0]]", "")));
    JsonNode metric = merged.get("primaryMetric");

    assertThat(metric.get("score").doubleValue()).isEqualTo(3);
    assertThat(metric.get("scoreError").doubleValue()).isCloseTo(12.924 * 2.1602 / 2, within(1e-2));
    assertThat(metric.at("/scoreConfidence/0").doubleValue())
        .isEqualTo(3 - metric.get("scoreError").doubleValue());
    assertThat(metric.at("/scoreConfidence/1").doubleValue())
        .isEqualTo(3 + metric.get("scoreError").doubleValue());
    assertThat(metric.get("scorePercentiles").toString())
        .isEqualTo(
            "{\"0.0\":1.0,\"50.0\":2.5,\"90.0\":6.0,\"95.0\":6.0,\"99.0\":6.0,\"99.9\":6.0,"
                + "\"99.99\":6.0,\"99.999\":6.0,\"99.9999\":6.0,\"100.0\":6.0}");
  }

  @Test
  void twoIterationsHaveNoError() {
    JsonNode metric =
        JmhWriter.merge(ID, List.of(fork("[[1.0]]", ""), fork("[[3.0]]", ""))).get("primaryMetric");

    assertThat(metric.get("scoreError").stringValue()).isEqualTo("NaN");
    assertThat(metric.get("scoreConfidence").toString()).isEqualTo("[\"NaN\",\"NaN\"]");
  }

  @Test
  void parametersAreTheTrueOnesAndNotThoseOfJmh() {
    BenchmarkId id = BenchmarkId.of("a.B.c", Mode.AVERAGE_TIME, 1, Map.of("key", "a\u0001"));
    ObjectNode fork = fork("[[1.0]]", "");
    fork.putObject("params").put("key", "a");
    ObjectNode merged = JmhWriter.merge(id, List.of(fork));

    assertThat(merged.at("/params/key").stringValue()).isEqualTo("a\u0001");
    assertThat(JmhReader.result(merged).id()).isEqualTo(id);
    assertThat(fork.at("/params/key").stringValue()).as("the fork's entry").isEqualTo("a");
  }

  @Test
  void secondaryMetricThatAForkLacksHasAnEmptyRowAndCountsAsZero() {
    String churn = metric("churn", 3, "\"NaN\"", "B/op", "[[2.0, 4.0]]");
    ObjectNode merged =
        JmhWriter.merge(ID, List.of(fork("[[1.0, 1.0]]", churn), fork("[[1.0, 1.0]]", "")));

    assertThat(merged.at("/secondaryMetrics/churn/rawData").toString()).isEqualTo("[[2.0,4.0],[]]");
    assertThat(merged.at("/secondaryMetrics/churn/score").doubleValue()).isEqualTo(1.5);
  }

  @Test
  void countsAreSummedAsJmhDoes() {
    String count = metric("gc.count", 5, "\"NaN\"", "counts", "[[2.0, 2.0, 1.0]]");
    ObjectNode merged =
        JmhWriter.merge(
            ID, List.of(fork("[[1.0, 1.0, 1.0]]", count), fork("[[1.0, 1.0, 1.0]]", count)));
    JsonNode metric = merged.at("/secondaryMetrics/gc.count");

    assertThat(metric.get("score").doubleValue()).isEqualTo(10);
    assertThat(metric.get("scoreError").stringValue()).isEqualTo("NaN");
    assertThat(metric.get("scoreConfidence").toString()).isEqualTo("[10.0,10.0]");
  }

  @Test
  void profilerThatLooksOnceAForkIsAveragedOverTheForks() {
    ObjectNode merged =
        JmhWriter.merge(
            ID,
            List.of(
                fork("[[1.0]]", metric("CPI", 2, "\"NaN\"", "clks/insn", "[[]]")),
                fork("[[1.0]]", metric("CPI", 4, "\"NaN\"", "clks/insn", "[[]]"))));

    assertThat(merged.at("/secondaryMetrics/CPI/score").doubleValue()).isEqualTo(3);
    assertThat(merged.at("/secondaryMetrics/CPI/rawData").toString()).isEqualTo("[[],[]]");
  }

  @Test
  void sampledLatenciesArePooledAndTheirPercentilesTaken() {
    String p50 = metric("p0.50", 1, "\"NaN\"", "ns/op", "[[1.0]]");
    BenchmarkId id = BenchmarkId.of("a.B.c", Mode.SAMPLE_TIME, 1, Map.of());
    ObjectNode merged =
        JmhWriter.merge(
            id, List.of(sampled("[[[[1.0, 3], [2.0, 1]]]]", p50), sampled("[[[[5.0, 4]]]]", p50)));

    assertThat(merged.at("/primaryMetric/score").doubleValue()).isEqualTo(25 / 8.0);
    assertThat(merged.at("/primaryMetric/rawDataHistogram").toString())
        .isEqualTo("[[[[1.0,3],[2.0,1]]],[[[5.0,4]]]]");
    assertThat(merged.at("/secondaryMetrics/p0.50/score").doubleValue()).isEqualTo(3.5);
    assertThat(JmhReader.result(merged).secondary().get("p0.50").forks())
        .extracting(fork -> fork.mean())
        .containsExactly(1.0, 5.0);
  }

  @Test
  void fileIsReadBackAndIsPlainJson() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<ObjectNode> entries = List.of(fork("[[1.0, 1e-9]]", ""), fork("[[2.5]]", ""));
    JmhWriter.write(entries, out);
    String text = out.toString(StandardCharsets.UTF_8);

    assertThat(JsonMapper.shared().readTree(text).toString())
        .isEqualTo(entries.toString().replace(", {", ",{"));
    assertThat(text).contains("\n        [1.0, 1.0E-9]\n").endsWith("]\n").doesNotContain("\r");
  }

  private static ObjectNode fork(String rawData, String secondary) {
    return entry("avgt", "\"rawData\": " + rawData, secondary);
  }

  private static ObjectNode sampled(String histogram, String secondary) {
    return entry("sample", "\"rawDataHistogram\": " + histogram, secondary);
  }

  private static ObjectNode entry(String mode, String data, String secondary) {
    String text =
        """
        {"benchmark": "a.B.c", "mode": "%s", "threads": 1, "forks": 1,
         "primaryMetric": {"score": 1.0, "scoreUnit": "ns/op", %s}, "secondaryMetrics": {%s}}
        """;
    return (ObjectNode) JsonMapper.shared().readTree(text.formatted(mode, data, secondary));
  }

  private static String metric(String name, double score, String error, String unit, String rows) {
    return "\"%s\": {\"score\": %s, \"scoreError\": %s, \"scoreUnit\": \"%s\", \"rawData\": %s}"
        .formatted(name, score, error, unit, rows);
  }
}
