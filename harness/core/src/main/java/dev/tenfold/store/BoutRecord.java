package dev.tenfold.store;

import dev.tenfold.jmh.CircumstancesJson;
import dev.tenfold.measure.Bout;
import dev.tenfold.measure.ForkOutcome;
import dev.tenfold.measure.Journal.Key;
import dev.tenfold.measure.Side;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A bout as a journal keeps it; {@link JournalFile} tells the format. */
final class BoutRecord {
  private BoutRecord() {}

  static ObjectNode of(Key key, Bout bout) {
    ObjectNode record = JournalLine.JSON.createObjectNode();
    BenchmarkId id = key.id();
    record.put("stage", key.stage());
    record.put("benchmark", id.method());
    record.put("mode", id.mode().label());
    record.put("threads", id.threads());
    id.params().forEach(record.putObject("params")::put);
    record.put("bout", key.number());
    record.put("took", bout.took().toNanos());
    bout.order().ifPresent(order -> record.put("order", order));
    bout.turn().ifPresent(turn -> record.put("turn", turn.toNanos()));
    bout.alone().ifPresent(why -> record.put("alone", why));
    record.set("conditions", CircumstancesJson.write(bout.conditions()));
    bout.disturbances().forEach(record.putArray("disturbances")::add);
    ObjectNode forks = record.putObject("forks");
    bout.forks().forEach((side, fork) -> outcome(fork, forks.putObject(side.toString())));
    return record;
  }

  private static void outcome(ForkOutcome fork, ObjectNode to) {
    if (fork instanceof ForkOutcome.Finished finished) {
      to.set("entry", finished.entry());
    } else if (fork instanceof ForkOutcome.Broken broken) {
      to.put("broken", broken.reason());
    }
  }

  static Key key(JsonNode record) {
    SortedMap<String, String> params = new TreeMap<>();
    record
        .path("params")
        .properties()
        .forEach(p -> params.put(p.getKey(), p.getValue().asString()));
    BenchmarkId id =
        new BenchmarkId(
            record.path("benchmark").asString(),
            Mode.of(record.path("mode").asString()),
            record.path("threads").asInt(),
            params);
    return new Key(record.path("stage").asString(), id, record.path("bout").asInt());
  }

  static Bout bout(JsonNode record) {
    Map<Side, ForkOutcome> forks = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      JsonNode fork = record.path("forks").path(side.toString());
      if (fork.path("entry") instanceof ObjectNode entry) {
        forks.put(side, new ForkOutcome.Finished(entry));
      } else if (fork.has("broken")) {
        forks.put(side, new ForkOutcome.Broken(fork.path("broken").asString()));
      }
    }
    List<String> disturbances = new ArrayList<>();
    record.path("disturbances").forEach(one -> disturbances.add(one.asString()));
    return new Bout(
        forks,
        text(record, "order"),
        record.has("turn") ? Optional.of(nanos(record, "turn")) : Optional.empty(),
        text(record, "alone"),
        nanos(record, "took"),
        CircumstancesJson.conditions(record.path("conditions")),
        disturbances);
  }

  private static Duration nanos(JsonNode record, String field) {
    return Duration.ofNanos(record.path(field).asLong());
  }

  private static Optional<String> text(JsonNode record, String field) {
    return record.has(field) ? Optional.of(record.path(field).asString()) : Optional.empty();
  }
}
