package dev.tenfold.store;

import dev.tenfold.jmh.Detail;
import dev.tenfold.jmh.EntryReader;
import dev.tenfold.jmh.JsonText;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Failure;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Spared;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the format that {@link RunFile} tells of, but for its checksum. */
final class RunReader {
  private final JsonText text;
  private final JsonParser parser;
  private final EntryReader entries;

  RunReader(JsonText text, Detail detail) {
    this.text = text;
    this.parser = text.parser();
    this.entries = new EntryReader(text, detail);
  }

  Run run() {
    text.first();
    Origin origin = Origin.UNKNOWN;
    List<Result> results = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    List<Spared> spared = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      if (!keys.add(key)) {
        throw text.refusalOfAll(
            "has \"%s\" twice; which of the two counts cannot be known."
                .formatted(JsonText.shown(key)));
      }
      parser.nextToken();
      switch (key) {
        case "tenfold" -> version();
        case "origin" -> origin = origin();
        case "failures" -> failures(failures);
        case "spared" -> spared(spared);
        case "results" -> entries.list(results::add);
        default -> text.skip();
      }
    }
    return new Run(origin, results, failures, spared);
  }

  private void version() {
    if (text.count("tenfold", 1) != RunFile.VERSION) {
      throw text.unexpected("tenfold", "the version " + RunFile.VERSION);
    }
  }

  private Origin origin() {
    text.about("the origin");
    text.begins(JsonToken.START_OBJECT, "origin");
    Map<String, String> known = new HashMap<>();
    Optional<Machine> machine = Optional.empty();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      if (key.equals("machine")) {
        machine = Optional.of(machine());
      } else {
        known.put(key, text.string(key));
      }
    }
    return new Origin(
        machine,
        Optional.ofNullable(known.get("revision")),
        Optional.ofNullable(known.get("at")).map(this::instant),
        Optional.ofNullable(known.get("jar")));
  }

  private Instant instant(String at) {
    try {
      return Instant.parse(at);
    } catch (DateTimeParseException e) {
      throw text.refusal("has \"%s\" as \"at\", where a time is expected.".formatted(at));
    }
  }

  private Machine machine() {
    Fields fields = new Fields();
    return new Machine(
        fields.text("cpu"),
        fields.number("cores"),
        fields.number("memoryGib"),
        fields.text("os"),
        fields.text("kernel"),
        fields.text("limits"),
        fields.text("jvm"),
        fields.number("javaMajor"),
        fields.text("collector"),
        fields.text("objectLayout"));
  }

  private void failures(List<Failure> failures) {
    text.about("a failure");
    text.begins(JsonToken.START_ARRAY, "failures");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      failures.add(failure());
    }
  }

  private Failure failure() {
    Fields fields = new Fields();
    return new Failure(id(fields), fields.text("reason"));
  }

  private void spared(List<Spared> spared) {
    text.about("a spared benchmark");
    text.begins(JsonToken.START_ARRAY, "spared");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Fields fields = new Fields();
      spared.add(new Spared(id(fields), fields.text("reason")));
    }
  }

  private static BenchmarkId id(Fields fields) {
    return BenchmarkId.of(
        fields.text("benchmark"),
        Mode.of(fields.text("mode")),
        fields.number("threads"),
        fields.params);
  }

  /** The strings and whole numbers of a flat object, all of which must be there. */
  private final class Fields {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> params = new TreeMap<>();

    Fields() {
      text.begins(JsonToken.START_OBJECT, "an entry");
      for (String key = parser.nextName(); key != null; key = parser.nextName()) {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NUMBER_INT) {
          numbers.put(key, text.count(key, 0));
        } else if (key.equals("params")) {
          params();
        } else {
          texts.put(key, text.string(key));
        }
      }
    }

    private void params() {
      text.begins(JsonToken.START_OBJECT, "params");
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        params.put(name, text.string(name));
      }
    }

    String text(String key) {
      return Optional.ofNullable(texts.get(key)).orElseThrow(() -> missing(key));
    }

    int number(String key) {
      return Optional.ofNullable(numbers.get(key)).orElseThrow(() -> missing(key));
    }

    private InputException missing(String key) {
      return text.refusal("has no \"%s\".".formatted(key));
    }
  }
}
