package dev.tenfold.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.run.InputException;
import dev.tenfold.run.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads result files of many public projects, by many versions of JMH. */
class CorpusTest {
  @Test
  void everyFileOfTheWildIsReadInFull() throws IOException {
    List<Path> files = SharedData.files("jmh-wild", ".json.gz");
    Map<String, Row> index = index();
    int results = 0;
    for (Path file : files) {
      Row expected = index.get(file.getFileName().toString().replaceAll("\\.gz$", ""));
      assertThat(expected).as("index of %s", file).isNotNull();
      List<Result> read = read(file, Detail.WHOLE);
      assertThat(read).as("results of %s", file).hasSize(expected.results());
      assertThat(modes(read)).as("modes of %s", file).isEqualTo(expected.modes());
      assertThat(threads(read)).as("threads of %s", file).isEqualTo(expected.threads());
      assertThat(read.stream().map(Result::summarised).toList())
          .as("%s read as summaries", file)
          .isEqualTo(read(file, Detail.SUMMARY));
      results += read.size();
    }
    assertThat(results).isEqualTo(index.values().stream().mapToInt(Row::results).sum());
    System.out.printf("jmh-wild: %d files, %d results read, 0 refused%n", files.size(), results);
  }

  @Test
  void whatIsNoJsonIsRefusedInOneSentence() {
    for (Path file : SharedData.files("jmh-broken", ".js")) {
      assertThatThrownBy(() -> read(file, Detail.WHOLE))
          .isInstanceOf(InputException.class)
          .hasMessageMatching(
              java.util.regex.Pattern.quote(file.toString())
                  + " is not JSON: at line 1, column \\d+ \\(byte \\d+\\) stands export, where a "
                  + "list of JMH"
                  + " results is expected\\.");
    }
  }

  @Test
  void everyRunOfALongHistoryIsReadButTheEmptyOne() {
    List<Path> files = SharedData.files("graphql-java", ".json.gz");
    int results = 0;
    List<String> refused = new ArrayList<>();
    for (Path file : files) {
      try {
        results += read(file, Detail.SUMMARY).size();
      } catch (InputException e) {
        refused.add(e.getMessage());
      }
    }
    assertThat(results).isGreaterThan(files.size());
    assertThat(refused).singleElement().asString().contains("holds no results");
    System.out.printf(
        "graphql-java: %d files, %d results read, refused: %s%n", files.size(), results, refused);
  }

  @Test
  void theForksOfLongMeasurementsAreKeptApart() {
    List<Path> files = SharedData.files("steady-state", ".json.gz");
    int results = 0;
    for (Path file : files) {
      for (Result result : read(file, Detail.SUMMARY)) {
        assertThat(result.score().forks()).as("forks of %s", result.id()).hasSize(10);
        results++;
      }
    }
    assertThat(files).hasSize(17);
    assertThat(results).isEqualTo(335);
  }

  /** Merging one entry computes from its rows what JMH computed from the same: they must agree. */
  @Test
  void theNumbersOfJmhAreReproducedFromItsRawData() {
    int compared = 0;
    for (Path file : SharedData.files("jmh-wild", ".json.gz")) {
      for (ObjectNode entry : JmhReader.entries(file)) {
        ObjectNode merged = JmhWriter.merge(JmhReader.result(entry).id(), List.of(entry));
        compared +=
            compare(file + " primary", entry.get("primaryMetric"), merged.get("primaryMetric"));
        for (Map.Entry<String, JsonNode> each : entry.path("secondaryMetrics").properties()) {
          compared +=
              compare(
                  file + " " + each.getKey(),
                  each.getValue(),
                  merged.get("secondaryMetrics").get(each.getKey()));
        }
      }
    }
    assertThat(compared).isGreaterThan(5_000);
    System.out.println("jmh-wild: " + compared + " metrics of JMH reproduced");
  }

  private static int compare(String what, JsonNode jmh, JsonNode ours) {
    for (String name : List.of("score", "scoreError")) {
      same(what + " " + name, ours.get(name), jmh.get(name));
    }
    for (Map.Entry<String, JsonNode> percentile : jmh.path("scorePercentiles").properties()) {
      JsonNode computed = ours.get("scorePercentiles").get(percentile.getKey());
      same(what + " percentile " + percentile.getKey(), computed, percentile.getValue());
    }
    return 1;
  }

  private static void same(String what, JsonNode computed, JsonNode expected) {
    double value = number(expected);
    if (Double.isNaN(value)) {
      assertThat(number(computed)).as(what).isNaN();
    } else {
      assertThat(number(computed)).as(what).isCloseTo(value, within(1e-6 * Math.abs(value)));
    }
  }

  private static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }

  private record Row(int results, String modes, String threads) {}

  private static Map<String, Row> index() throws IOException {
    List<String> lines = Files.readAllLines(SharedData.folder("jmh-wild").resolve("index.tsv"));
    Map<String, Row> index = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split("\t", -1);
      index.put(columns[2], new Row(Integer.parseInt(columns[6]), columns[7], columns[9]));
    }
    return index;
  }

  private static List<Result> read(Path file, Detail detail) {
    List<Result> results = new ArrayList<>();
    JmhReader.read(file, detail, results::add);
    return results;
  }

  private static String modes(List<Result> results) {
    return results.stream()
        .map(result -> result.id().mode().label())
        .sorted()
        .distinct()
        .collect(Collectors.joining(","));
  }

  private static String threads(List<Result> results) {
    return results.stream()
        .map(result -> Integer.toString(result.id().threads()))
        .sorted()
        .distinct()
        .collect(Collectors.joining(","));
  }
}
