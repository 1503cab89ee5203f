package dev.tenfold.jmh;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * How result files are laid out, so that a diff of two shows what changed: one key or one fork a
 * line, line feeds, numbers in the shortest form that reads back the same, and nothing but ASCII,
 * so that what is invisible or turns the direction of writing is seen as an escape.
 */
public final class JsonLayout implements PrettyPrinter {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                  .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                  .build())
          .build();

  private static final ObjectWriter WRITER = MAPPER.writer().with(new JsonLayout());

  private JsonLayout() {}

  /** A generator onto a stream, which closing the generator flushes and does not close. */
  public static JsonGenerator generator(OutputStream out) {
    return WRITER.createGenerator(out);
  }

  /** A list in a list is a fork, or a part of one: it stays on the line. */
  private static boolean isInline(TokenStreamContext context) {
    return context.inArray() && context.getParent().inArray();
  }

  private static void newLine(JsonGenerator json, int depth) {
    json.writeRaw('\n');
    json.writeRaw("  ".repeat(depth));
  }

  private static void newLine(JsonGenerator json) {
    newLine(json, json.streamWriteContext().getNestingDepth());
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator json) {
    json.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator json) {
    json.writeRaw('{');
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) {
    newLine(json);
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator json) {
    json.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) {
    json.writeRaw(',');
    newLine(json);
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) {
    if (entries > 0) {
      newLine(json, json.streamWriteContext().getNestingDepth() - 1);
    }
    json.writeRaw('}');
  }

  @Override
  public void writeStartArray(JsonGenerator json) {
    json.writeRaw('[');
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) {
    if (!isInline(json.streamWriteContext())) {
      newLine(json);
    }
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    json.writeRaw(',');
    if (isInline(json.streamWriteContext())) {
      json.writeRaw(' ');
    } else {
      newLine(json);
    }
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) {
    if (values > 0 && !isInline(json.streamWriteContext())) {
      newLine(json, json.streamWriteContext().getNestingDepth() - 1);
    }
    json.writeRaw(']');
  }
}
