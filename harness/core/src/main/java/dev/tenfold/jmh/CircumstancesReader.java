package dev.tenfold.jmh;

import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads what Tenfold adds to an entry of JMH's: how its forks came about.
 *
 * <pre>
 * "circumstances": {"turns": [{"pair": 0, "order": "bhhb"}, ...], "looks": [5, 10],
 *                   "alone": "why"}
 * </pre>
 */
final class CircumstancesReader {
  static final String KEY = "circumstances";

  private final JsonText text;
  private final JsonParser parser;

  CircumstancesReader(JsonText text) {
    this.text = text;
    this.parser = text.parser();
  }

  /** Reads the object that the current token begins. */
  Circumstances read() {
    text.begins(JsonToken.START_OBJECT, KEY);
    List<Turns> turns = new ArrayList<>();
    Optional<String> alone = Optional.empty();
    Looks looks = Looks.ONCE;
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      switch (key) {
        case "turns" -> {
          text.begins(JsonToken.START_ARRAY, key);
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            turns.add(turns());
          }
        }
        case "looks" -> looks = looks();
        case "alone" -> alone = Optional.of(text.string(key));
        default -> text.skip();
      }
    }
    return new Circumstances(turns, alone, looks);
  }

  private Looks looks() {
    text.begins(JsonToken.START_ARRAY, "looks");
    List<Integer> at = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      at.add(text.count("looks", 1));
    }
    return new Looks(at);
  }

  private Turns turns() {
    text.begins(JsonToken.START_OBJECT, "turns");
    int pair = 0;
    String order = "";
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      switch (key) {
        case "pair" -> pair = text.count(key, 0);
        case "order" -> order = text.string(key);
        default -> text.skip();
      }
    }
    return new Turns(pair, order);
  }
}
