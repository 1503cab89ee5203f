package dev.tenfold.check;

import dev.tenfold.measure.Shard;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.InputException;
import dev.tenfold.store.Particulars;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Of which share of a suite a material is. Its file form is written when the share is measured to
 * its end:
 *
 * <pre>{"shard": "2/5", "suite": 14, "particulars": {name: text ...}}</pre>
 *
 * @param shard which
 * @param suite how many benchmarks all shards have together
 * @param particulars of the measurement, in which all its shards agree
 */
public record Share(Shard shard, int suite, Particulars particulars) {
  static final String FILE = "shard.json";

  /** In which shards may differ: each measures base and head in one place, wherever that is. */
  private static final List<String> OWN = List.of("shard", "machine", "JDK");

  /** The judge keeps a number for each, so a file must not be able to name any. */
  private static final int MOST_BENCHMARKS = 1_000_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  /** A shard of these benchmarks; all shards must have been dealt from the same. */
  static Share of(Shard shard, SortedSet<BenchmarkId> suite, Particulars particulars) {
    CRC32 sum = new CRC32();
    suite.forEach(id -> sum.update((id.text() + "\n").getBytes(StandardCharsets.UTF_8)));
    String list =
        "%s, checksum %s".formatted(suite.size(), HexFormat.of().toHexDigits((int) sum.getValue()));
    return new Share(
        shard, suite.size(), particulars.without(OWN).with("list of benchmarks", list));
  }

  /** The share that a directory holds, if it holds one. */
  static Optional<Share> in(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      TreeMap<String, String> values = new TreeMap<>();
      root.required("particulars")
          .properties()
          .forEach(value -> values.put(value.getKey(), value.getValue().stringValue()));
      int suite = root.required("suite").intValue();
      if (suite < 1 || suite > MOST_BENCHMARKS) {
        throw new InputException("a suite of %d benchmarks there is not".formatted(suite));
      }
      return Optional.of(
          new Share(
              Shard.of(root.required("shard").stringValue()), suite, new Particulars(values)));
    } catch (IOException | JacksonException | InputException e) {
      throw new InputException(
          "%s cannot be read as the file that tells of a shard: %s. Measure the shard again."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  void write(OutputStream out) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("shard", shard.toString());
    root.put("suite", suite);
    particulars.values().forEach(root.putObject("particulars")::put);
    out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    out.write('\n');
  }

  /** Why another is no share of the same measurement, as clauses; empty if it is one. */
  List<String> differences(Share other) {
    Particulars mine = particulars.with("shards", Integer.toString(shard.count()));
    return mine.differences(
        other.particulars.with("shards", Integer.toString(other.shard.count())));
  }

  /** What a reader of its verdict must know. */
  String note(long benchmarks) {
    return "This is shard %s: %s of %s benchmarks. What it claims holds for the suite of all shards; the verdict on that is reached by tenfold merge."
        .formatted(shard, benchmarks, suite);
  }
}
