package dev.tenfold.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A verdict as another program reads it. */
record VerdictFile(JsonNode root) {

  static VerdictFile in(Path directory) {
    return new VerdictFile(
        JsonMapper.shared().readTree(directory.resolve("verdict.json").toFile()));
  }

  static VerdictFile of(String json) {
    return new VerdictFile(JsonMapper.shared().readTree(json));
  }

  /** The outcome by method, with the metric behind where it is not the score. */
  SortedMap<String, String> outcomes() {
    SortedMap<String, String> outcomes = new TreeMap<>();
    root.path("findings")
        .forEach(finding -> outcomes.put(name(finding), finding.path("outcome").asString()));
    return outcomes;
  }

  /** The reasons by the same names. */
  SortedMap<String, String> reasons() {
    SortedMap<String, String> reasons = new TreeMap<>();
    root.path("findings")
        .forEach(finding -> reasons.put(name(finding), finding.path("because").asString()));
    return reasons;
  }

  /** The doubts about the findings, by the same names. */
  SortedMap<String, List<String>> warnings() {
    SortedMap<String, List<String>> warnings = new TreeMap<>();
    root.path("findings")
        .forEach(
            finding ->
                warnings.put(
                    name(finding),
                    finding
                        .path("evidence")
                        .path("warnings")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()));
    return warnings;
  }

  private static String name(JsonNode finding) {
    String method = finding.path("benchmark").path("method").asString();
    String metric = finding.path("evidence").path("metric").path("name").asString("score");
    return method.substring(method.lastIndexOf('.') + 1)
        + (metric.equals("score") ? "" : " " + metric);
  }
}
