package dev.tenfold.jmh;

import dev.tenfold.run.InputException;
import dev.tenfold.run.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what JMH writes with {@code -rf json}, plain or compressed with gzip. */
public final class JmhReader {
  private static final JsonMapper TREES =
      JsonMapper.builder(JsonText.FACTORY)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private JmhReader() {}

  /**
   * Reads the results of a file one after the other, in the order of the file.
   *
   * <p>Rows of raw data are forks, however many the entry says there were: with {@code -f 0} JMH
   * writes one row and zero forks.
   *
   * @param each is called as soon as a result is read, also if a later one is then refused
   * @throws InputException if the file holds no results, more than {@link EntryReader#MAX_RESULTS},
   *     one of them twice, or one that cannot be tested: a sentence that names the file, the line
   *     and the benchmark
   */
  public static void read(Path file, Detail detail, Consumer<Result> each) {
    JsonText.read(
        file,
        text -> {
          text.first();
          new EntryReader(text, detail).all(each);
          return Optional.empty();
        });
  }

  /**
   * The entries of a file as trees, not checked any further than that they are objects: for what
   * JMH wrote a moment ago, not for large files.
   *
   * @throws InputException if the file is no JSON or not a list of objects
   */
  public static List<ObjectNode> entries(Path file) {
    return JsonText.read(
        file,
        text -> {
          text.first();
          JsonNode tree = TREES.readTree(text.parser());
          List<ObjectNode> entries = new ArrayList<>();
          for (JsonNode entry : tree.isArray() ? tree : List.of(tree)) {
            if (!(entry instanceof ObjectNode object)) {
              throw text.refusalOfAll("is no list of JMH results; JMH writes one with -rf json.");
            }
            entries.add(object);
          }
          return entries;
        });
  }

  /**
   * The result of one entry.
   *
   * @throws InputException if it is no result, or cannot be tested
   */
  public static Result result(ObjectNode entry) {
    try (JsonParser parser = TREES.treeAsTokens(entry)) {
      parser.nextToken();
      return new EntryReader(new JsonText("JMH's result", parser), Detail.WHOLE).entry();
    }
  }
}
