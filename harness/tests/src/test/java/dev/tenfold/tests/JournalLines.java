package dev.tenfold.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal that a check wrote.
 *
 * @param lines that are whole; the first tells of what the others are
 */
record JournalLines(List<String> lines) {

  private static final String WHOLE = ".*\"crc32\":\"[0-9a-f]{8}\"}";

  static JournalLines in(Path directory) {
    Path file = directory.resolve("journal.jsonl");
    try {
      List<String> all = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return new JournalLines(all.stream().filter(line -> line.matches(WHOLE)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int bouts() {
    return Math.max(0, lines.size() - 1);
  }

  /** Which bouts there are of each benchmark in each stage, in their order. */
  Map<String, List<Integer>> numbers() {
    Map<String, List<Integer>> numbers = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      JsonNode record = JsonMapper.shared().readTree(line);
      String method = record.path("benchmark").asString();
      String key =
          record.path("stage").asString() + " " + method.substring(method.lastIndexOf('.') + 1);
      numbers.computeIfAbsent(key, k -> new ArrayList<>()).add(record.path("bout").asInt());
    }
    return numbers;
  }
}
