package dev.tenfold.jmh;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON text that is read token by token, under limits that a hostile file runs into early. What
 * is wrong with it is said in a sentence that names the file and the place.
 */
public final class JsonText {
  private static final int DEPTH = 100;
  private static final int STRING_LENGTH = 1_000_000;
  private static final int NUMBER_LENGTH = 100;
  private static final long LENGTH = 16L << 30;

  /** How many characters of a text from a file a sentence shows. */
  private static final int SHOWN = 300;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(STRING_LENGTH)
                  .maxNameLength(STRING_LENGTH)
                  .maxNumberLength(NUMBER_LENGTH)
                  .maxDocumentLength(LENGTH)
                  .build())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .build();

  private static final Pattern FOUND =
      Pattern.compile("(?:token|character) \\(?'(.*?)'(?: \\(code|:)", Pattern.DOTALL);

  private final String source;
  private final JsonParser parser;
  private String subject = "the text";

  JsonText(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /**
   * Reads a file to its end.
   *
   * @throws InputException as the other one does
   */
  static <T> T read(Path file, Function<JsonText, T> body) {
    try (InputStream in = TextFile.open(file)) {
      return read(file.toString(), in, body);
    } catch (IOException e) {
      throw TextFile.unreadable(file.toString(), e);
    }
  }

  /**
   * Reads a text to its end.
   *
   * @param source what sentences call it: the path of the file
   * @param in the text, in UTF-8; closed by the caller
   * @param body reads the tokens
   * @throws InputException if the text is no JSON, cannot be read, or is refused by the body
   */
  public static <T> T read(String source, InputStream in, Function<JsonText, T> body) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      return new JsonText(source, parser).read(body);
    }
  }

  private <T> T read(Function<JsonText, T> body) {
    try {
      T read = body.apply(this);
      if (parser.nextToken() != null) {
        throw new InputException(
            ("%s, line %d: more text stands behind the end of the results; it was appended or "
                    + "joined by hand.")
                .formatted(source, parser.currentTokenLocation().getLineNr()));
      }
      return read;
    } catch (JacksonException e) {
      throw sentence(e);
    }
  }

  /** Takes the first token: a text has one, or it is refused as empty. */
  public JsonToken first() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw refusalOfAll(
          "is empty; JMH leaves an empty file when it is killed or when no benchmark matched.");
    }
    return token;
  }

  /** The tokens themselves. */
  public JsonParser parser() {
    return parser;
  }

  /** Says what is being read from here on: the subject of the sentences of {@link #refusal}. */
  public void about(String what) {
    subject = what;
  }

  /** A sentence about what is being read, to be thrown; the predicate begins with a verb. */
  public InputException refusal(String predicate) {
    int line = parser.currentTokenLocation().getLineNr();
    return new InputException(
        line > 0
            ? "%s, line %d: %s %s".formatted(source, line, shown(subject), predicate)
            : "%s: %s %s".formatted(source, shown(subject), predicate));
  }

  /** A sentence about the text as a whole, to be thrown; the predicate begins with a verb. */
  public InputException refusalOfAll(String predicate) {
    return new InputException(source + " " + predicate);
  }

  /** The sentence for a current token that is something else than expected. */
  public InputException unexpected(String field, String expected) {
    return refusal(
        "has %s as \"%s\", where %s is expected.".formatted(currentInWords(), field, expected));
  }

  /** The current token as a whole number that is not below the least. */
  public int count(String field, int least) {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getNumberType() != JsonParser.NumberType.INT
        || parser.getIntValue() < least) {
      throw unexpected(field, "a whole number from %d to %d".formatted(least, Integer.MAX_VALUE));
    }
    return parser.getIntValue();
  }

  /** The current token as a string. */
  public String string(String field) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw unexpected(field, "a string");
    }
    return parser.getString();
  }

  /** The current token as a number; JMH writes three of them as strings. */
  public double number(String field) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getDoubleValue();
    }
    if (token == JsonToken.VALUE_STRING) {
      return switch (parser.getString()) {
        case "NaN" -> Double.NaN;
        case "+INF" -> Double.POSITIVE_INFINITY;
        case "-INF" -> Double.NEGATIVE_INFINITY;
        default -> throw unexpected(field, "a number");
      };
    }
    throw unexpected(field, "a number");
  }

  /** Asserts that the current token begins an array or an object. */
  public void begins(JsonToken start, String field) {
    if (parser.currentToken() != start) {
      throw unexpected(field, start == JsonToken.START_ARRAY ? "a list" : "an object");
    }
  }

  /** Reads over the current value, still under every limit. */
  public void skip() {
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (true) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING) {
        parser.finishToken();
      }
      if (depth == 0) {
        return;
      }
      token = parser.nextToken();
    }
  }

  private String currentInWords() {
    return switch (parser.currentToken()) {
      case START_ARRAY -> "a list";
      case START_OBJECT -> "an object";
      case VALUE_STRING -> '"' + shown(parser.getString()) + '"';
      default -> shown(parser.getString());
    };
  }

  /** A text from a file, short and without characters that would command a terminal. */
  public static String shown(String raw) {
    StringBuilder text = new StringBuilder();
    raw.codePoints()
        .limit(SHOWN)
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (type == Character.CONTROL || type == Character.FORMAT) {
                text.append("\\u%04x".formatted(c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.append(raw.codePointCount(0, raw.length()) > SHOWN ? "..." : "").toString();
  }

  private InputException sentence(JacksonException e) {
    if (e instanceof JacksonIOException io) {
      return TextFile.unreadable(source, Objects.requireNonNullElse(io.getCause(), io));
    }
    TokenStreamLocation at =
        Objects.requireNonNullElseGet(e.getLocation(), parser::currentLocation);
    String place =
        "line %d, column %d (byte %d)"
            .formatted(at.getLineNr(), at.getColumnNr(), at.getByteOffset());
    if (e instanceof StreamConstraintsException) {
      String limits =
          ("no JMH result nests deeper than %d levels, has a string of more than %d characters or a"
                  + " number of more than %d digits, or is longer than %d GiB")
              .formatted(DEPTH, STRING_LENGTH, NUMBER_LENGTH, LENGTH >> 30);
      return new InputException("%s is refused at %s: %s.".formatted(source, place, limits), e);
    }
    if (e instanceof UnexpectedEndOfInputException
        || e.getOriginalMessage().startsWith("Unexpected end-of-input")) {
      return new InputException(
          "%s ends in the middle of a result, at %s: it was cut off; measure again."
              .formatted(source, place),
          e);
    }
    Matcher found = FOUND.matcher(e.getOriginalMessage());
    return new InputException(
        "%s is not JSON: at %s stands %s, where %s is expected."
            .formatted(
                source,
                place,
                found.find() ? shown(found.group(1)) : "what JSON does not allow",
                expected(parser.streamReadContext())),
        e);
  }

  private static String expected(TokenStreamContext context) {
    if (context.inRoot()) {
      return context.getCurrentIndex() > 0 ? "the end of the file" : "a list of JMH results";
    }
    return context.inObject() ? "a name and a value, a comma or }" : "a value, a comma or ]";
  }
}
