package dev.tenfold.jmh;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Jvm;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Series;
import dev.tenfold.run.Settings;
import dev.tenfold.run.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the entries of JMH's JSON, one benchmark each, into {@link Result}s. The keys of an entry
 * may stand in any order, and keys that are not known are read over.
 */
public final class EntryReader {
  /** The most results that one file may hold. */
  public static final int MAX_RESULTS = 1_000_000;

  /**
   * What JMH wrote before the names of its profilers until 1.36: a middle dot, or what became of it
   * where UTF-8 was once or twice taken for Latin-1.
   */
  private static final Pattern PREFIX =
      Pattern.compile("^(?:[\u00c3\u201a\u00c2]+(?=\u00b7))?[^\\p{L}\\p{N}]*");

  /** Reads one value out of many. */
  private static final ObjectReader TREES =
      JsonMapper.shared().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final JsonText text;
  private final JsonParser parser;
  private final MetricReader metrics;
  private final Shared shared = new Shared();
  private final SeenTexts seen = new SeenTexts();
  private final Set<String> keys = new HashSet<>();
  private final int maxResults;

  public EntryReader(JsonText text, Detail detail) {
    this(text, detail, MAX_RESULTS);
  }

  EntryReader(JsonText text, Detail detail, int maxResults) {
    this.text = text;
    this.maxResults = maxResults;
    this.parser = text.parser();
    this.metrics = new MetricReader(text, detail);
  }

  /**
   * Reads all that JMH wrote into one file: a list of entries, or one entry alone.
   *
   * <p>The current token is the first of the text.
   */
  public void all(Consumer<Result> each) {
    switch (parser.currentToken()) {
      case START_ARRAY -> list(each);
      case START_OBJECT -> each.accept(entry());
      default -> throw notJmh();
    }
    if (seen.size() == 0) {
      throw text.refusalOfAll(
          "holds no results; JMH leaves that when every benchmark failed: what it printed says "
              + "why.");
    }
  }

  /** Reads the list that the current token begins. */
  public void list(Consumer<Result> each) {
    text.begins(JsonToken.START_ARRAY, "results");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      text.about("result " + (seen.size() + 1));
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw notJmh();
      }
      each.accept(entry());
    }
    text.about("the text");
  }

  /**
   * Reads the object of one result, which the current token begins.
   *
   * @throws InputException if it is no result, cannot be tested, or was read before
   */
  public Result entry() {
    Entry entry = new Entry();
    keys.clear();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      if (!keys.add(key)) {
        throw twice(key);
      }
      parser.nextToken();
      if (!identity(key, entry) && !setting(key, entry) && !metric(key, entry)) {
        text.skip();
      }
    }
    return result(entry);
  }

  private boolean identity(String key, Entry to) {
    switch (key) {
      case "benchmark" -> {
        to.method = shared.one(text.string(key));
        text.about(to.method);
      }
      case "mode" -> to.mode = Optional.of(mode());
      case "threads" -> to.threads = text.count(key, 1);
      case "params" -> params(to);
      default -> {
        return false;
      }
    }
    return true;
  }

  private Mode mode() {
    String label = text.string("mode");
    try {
      return Mode.of(label);
    } catch (InputException e) {
      throw text.unexpected("mode", "thrpt, avgt, sample or ss");
    }
  }

  private void params(Entry to) {
    text.begins(JsonToken.START_OBJECT, "params");
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
        throw text.unexpected("params." + JsonText.shown(name), "a string");
      }
      if (to.params.put(shared.one(name), shared.one(parser.getString())) != null) {
        throw twice(name);
      }
    }
  }

  private boolean setting(String key, Entry to) {
    switch (key) {
      case "forks" -> text.count(key, 0);
      case "jmhVersion" -> to.jmhVersion = text.string(key);
      case "jvm" -> to.jvm = text.string(key);
      case "jvmArgs" -> to.jvmArgs = strings(key);
      case "jdkVersion" -> to.jdkVersion = text.string(key);
      case "vmName" -> to.vmName = text.string(key);
      case "vmVersion" -> to.vmVersion = text.string(key);
      case "warmupIterations" -> to.warmupIterations = text.count(key, 0);
      case "warmupTime" -> to.warmupTime = text.string(key);
      case "warmupBatchSize" -> to.warmupBatchSize = text.count(key, 0);
      case "measurementIterations" -> to.iterations = text.count(key, 0);
      case "measurementTime" -> to.iterationTime = text.string(key);
      case "measurementBatchSize" -> to.batchSize = text.count(key, 0);
      default -> {
        return false;
      }
    }
    return true;
  }

  private List<String> strings(String key) {
    text.begins(JsonToken.START_ARRAY, key);
    List<String> strings = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      strings.add(text.string(key));
    }
    return strings;
  }

  private boolean metric(String key, Entry to) {
    switch (key) {
      case CircumstancesJson.KEY -> to.circumstances = circumstances();
      case "primaryMetric" -> to.primary = Optional.of(metrics.read(key, true));
      case "secondaryMetrics" -> {
        text.begins(JsonToken.START_OBJECT, key);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          parser.nextToken();
          if (to.secondary.put(shared.one(name), metrics.read(name, false)) != null) {
            throw twice(name);
          }
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private Circumstances circumstances() {
    try {
      return CircumstancesJson.read(TREES.readTree(parser));
    } catch (IllegalArgumentException e) {
      throw text.refusal("has \"circumstances\" that cannot be: " + e.getMessage());
    }
  }

  private Result result(Entry from) {
    if (from.method.isBlank() || from.primary.isEmpty()) {
      throw notJmh();
    }
    if (from.mode.isEmpty() || from.threads == 0) {
      throw text.refusal(
          "has no \"%s\", which is a part of its identity."
              .formatted(from.mode.isEmpty() ? "mode" : "threads"));
    }
    Mode mode = from.mode.get();
    Rows primary = from.primary.get();
    BenchmarkId id = new BenchmarkId(from.method, mode, from.threads, from.params);
    if (seen.size() == maxResults) {
      throw text.refusalOfAll("holds more than " + maxResults + " results; split it.");
    }
    String known = id.text();
    text.about(known);
    if (!seen.add(known)) {
      throw text.refusal(
          "stands twice in it; which of the two counts cannot be known (JMH drops control "
              + "characters from the values of parameters: two that differ in nothing else look "
              + "the same).");
    }
    Series score = primary.series(shared.one(Metric.score(mode, Unit.of(primary.unit()))));
    int turns = from.circumstances.turns().size();
    if (turns > 0 && turns != score.forks().size()) {
      throw text.refusal(
          "has %d forks, of which %d took turns; it is all or none."
              .formatted(score.forks().size(), turns));
    }
    return new Result(
        id,
        shared.one(from.settings()),
        shared.one(from.jvm()),
        score,
        secondary(from, primary, mode),
        from.circumstances);
  }

  private SortedMap<String, Series> secondary(Entry from, Rows primary, Mode mode) {
    SortedMap<String, Series> secondary = new TreeMap<>();
    if (primary.isHistogram()) {
      primary.percentileSeries().forEach(series -> put(series, secondary));
    }
    from.secondary.forEach(
        (raw, rows) -> {
          // JMH gives the percentiles of all forks together: those of each fork are read instead.
          boolean derived = primary.isHistogram() && Percentiles.rank(raw, from.method).isPresent();
          if (!derived && !rows.rows().isEmpty()) {
            put(rows.series(metric(name(raw), rows, mode)), secondary);
          }
        });
    return secondary;
  }

  private Metric metric(String name, Rows rows, Mode mode) {
    Metric metric = Metric.secondary(name, Unit.of(rows.unit()));
    boolean latency = mode == Mode.SAMPLE_TIME && Percentiles.KEPT.contains(name);
    return shared.one(latency ? new Metric(name, metric.unit(), mode.better()) : metric);
  }

  private String name(String raw) {
    String name = PREFIX.matcher(raw).replaceFirst("");
    if (name.isEmpty()) {
      throw text.refusal(
          "has a secondary metric without a name: \"%s\".".formatted(JsonText.shown(raw)));
    }
    // A group's method or a counter may be called like the primary metric of every benchmark.
    return shared.one(name.equals(Metric.SCORE) ? "secondary score" : name);
  }

  private void put(Series series, SortedMap<String, Series> to) {
    if (to.put(series.metric().name(), series) != null) {
      throw text.refusal(
          "has two secondary metrics that are both \"%s\" once the sign before the name is gone."
              .formatted(JsonText.shown(series.metric().name())));
    }
  }

  private InputException twice(String key) {
    return text.refusal(
        "has \"%s\" twice; which of the two counts cannot be known."
            .formatted(JsonText.shown(key)));
  }

  private InputException notJmh() {
    return text.refusalOfAll(
        ("is no list of JMH results: in line %d stands something without \"benchmark\" and "
                + "\"primaryMetric\"; JMH writes one with -rf json.")
            .formatted(Math.max(1, parser.currentTokenLocation().getLineNr())));
  }

  /** What was read of an entry so far; a key that did not come keeps the value that it has here. */
  private static final class Entry {
    String method = "";
    Optional<Mode> mode = Optional.empty();
    int threads;
    final SortedMap<String, String> params = new TreeMap<>();
    String jmhVersion = "";
    String jvm = "";
    List<String> jvmArgs = List.of();
    String jdkVersion = "";
    String vmName = "";
    String vmVersion = "";
    int warmupIterations;
    String warmupTime = "";
    int warmupBatchSize;
    int iterations;
    String iterationTime = "";
    int batchSize;
    Circumstances circumstances = Circumstances.UNKNOWN;
    Optional<Rows> primary = Optional.empty();
    final SortedMap<String, Rows> secondary = new TreeMap<>();

    Settings settings() {
      return new Settings(
          warmupIterations,
          warmupTime,
          warmupBatchSize,
          iterations,
          iterationTime,
          batchSize,
          jvmArgs);
    }

    Jvm jvm() {
      return new Jvm(jvm, jdkVersion, vmName, vmVersion, jmhVersion);
    }
  }
}
