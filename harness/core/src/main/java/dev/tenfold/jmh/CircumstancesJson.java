package dev.tenfold.jmh;

import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Conditions;
import dev.tenfold.run.Conditions.Processor;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Turns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Tenfold adds to an entry of JMH's: how its forks came about.
 *
 * <pre>
 * "circumstances": {
 *   "turns": [{"pair": 0, "order": "bhhb"}, ...],
 *   "looks": [5, 10],
 *   "alone": "why no turns were taken",
 *   "conditions": [{"wallNanos": 1, "own": 0.5, "foreign": 0.01, "stolen": 0, "waited": 0.1,
 *                   "throttled": 0, "overheated": 0, "load": 1.2, "runnable": 2}, ...],
 *   "disturbances": ["23 % of the processor time went to other processes", ...]}
 * </pre>
 *
 * What is not known or empty is left out.
 */
public final class CircumstancesJson {
  static final String KEY = "circumstances";

  private CircumstancesJson() {}

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it says what cannot be
   */
  static Circumstances read(JsonNode from) {
    if (!from.isObject()) {
      throw new IllegalArgumentException("an object is expected");
    }
    List<Turns> turns = new ArrayList<>();
    list(from, "turns")
        .forEach(pair -> turns.add(new Turns(pair.path("pair").asInt(-1), text(pair, "order"))));
    List<Integer> looks = new ArrayList<>();
    list(from, "looks").forEach(look -> looks.add(look.asInt(0)));
    List<Conditions> conditions = new ArrayList<>();
    list(from, "conditions").forEach(one -> conditions.add(conditions(one)));
    List<String> disturbances = new ArrayList<>();
    list(from, "disturbances").forEach(one -> disturbances.add(one.asString("")));
    Optional<String> alone =
        from.has("alone") ? Optional.of(text(from, "alone")) : Optional.empty();
    return new Circumstances(turns, alone, new Looks(looks), conditions, disturbances);
  }

  private static JsonNode list(JsonNode from, String key) {
    JsonNode list = from.path(key);
    if (!list.isArray() && !list.isMissingNode()) {
      throw new IllegalArgumentException("\"%s\" is a list".formatted(key));
    }
    return list;
  }

  private static String text(JsonNode from, String key) {
    if (!from.path(key).isString()) {
      throw new IllegalArgumentException("\"%s\" is a string".formatted(key));
    }
    return from.path(key).asString();
  }

  /** An object with all that is known; empty if nothing is. */
  public static ObjectNode write(Circumstances circumstances) {
    ObjectNode to = JsonMapper.shared().createObjectNode();
    if (!circumstances.turns().isEmpty()) {
      ArrayNode turns = to.putArray("turns");
      circumstances
          .turns()
          .forEach(pair -> turns.addObject().put("pair", pair.pair()).put("order", pair.order()));
    }
    if (!circumstances.looks().at().isEmpty()) {
      ArrayNode looks = to.putArray("looks");
      circumstances.looks().at().forEach(looks::add);
    }
    circumstances.alone().ifPresent(why -> to.put("alone", why));
    if (!circumstances.conditions().isEmpty()) {
      ArrayNode conditions = to.putArray("conditions");
      circumstances.conditions().forEach(one -> conditions.add(write(one)));
    }
    if (!circumstances.disturbances().isEmpty()) {
      ArrayNode disturbances = to.putArray("disturbances");
      circumstances.disturbances().forEach(disturbances::add);
    }
    return to;
  }

  /**
   * Conditions from an object as {@link #write(Conditions)} makes it.
   *
   * @throws IllegalArgumentException if they cannot be
   */
  public static Conditions conditions(JsonNode from) {
    return new Conditions(
        Duration.ofNanos(from.path("wallNanos").asLong(0)),
        new Processor(share(from, "own"), share(from, "foreign"), share(from, "stolen")),
        share(from, "waited"),
        share(from, "throttled"),
        from.has("overheated")
            ? OptionalLong.of(from.get("overheated").asLong(-1))
            : OptionalLong.empty(),
        share(from, "load"),
        from.has("runnable")
            ? OptionalInt.of(from.get("runnable").asInt(-1))
            : OptionalInt.empty());
  }

  private static OptionalDouble share(JsonNode from, String key) {
    return from.has(key)
        ? OptionalDouble.of(from.get(key).asDouble(Double.NaN))
        : OptionalDouble.empty();
  }

  /** An object with all that is known of the conditions. */
  public static ObjectNode write(Conditions conditions) {
    ObjectNode to = JsonMapper.shared().createObjectNode();
    to.put("wallNanos", conditions.wall().toNanos());
    put(to, "own", conditions.processor().own());
    put(to, "foreign", conditions.processor().foreign());
    put(to, "stolen", conditions.processor().stolen());
    put(to, "waited", conditions.waited());
    put(to, "throttled", conditions.throttled());
    conditions.overheated().ifPresent(count -> to.put("overheated", count));
    put(to, "load", conditions.load());
    conditions.runnable().ifPresent(count -> to.put("runnable", count));
    return to;
  }

  private static void put(ObjectNode to, String key, OptionalDouble value) {
    value.ifPresent(v -> to.put(key, v));
  }
}
