package dev.tenfold.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as the documents are written in it: a line for each value, in ASCII, and without {@code <},
 * so that it can be put into a page as it is.
 */
final class JsonFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .highestNonEscapedChar(126)
                  .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                  .build())
          .build();

  private static final ObjectWriter WRITER = MAPPER.writer(new NoTags()).with(layout());

  private JsonFile() {}

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
  }

  /**
   * Escapes what could end a script or begin a tag, and the control character that JSON lets be.
   */
  private static final class NoTags extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes['<'] = ESCAPE_STANDARD;
      codes[0x7f] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return null;
    }
  }

  /** The top of a document that is to be filled. */
  static ObjectNode root() {
    return MAPPER.createObjectNode();
  }

  static void write(ObjectNode root, Appendable to) throws IOException {
    to.append(WRITER.writeValueAsString(root)).append('\n');
  }
}
