package dev.tenfold.report;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * JSON as the documents are written in it: a line for each value, in ASCII, and without {@code <}
 * and {@code #}, so that it can be put into a page or a build's log as it is.
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

  /** An escape; the second group is half a character. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:(ud[89ab][0-9a-f]{2}\\\\ud[c-f][0-9a-f]{2})|(ud[89a-f][0-9a-f]{2})|.)");

  private JsonFile() {}

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
  }

  /**
   * Escapes what could end a script, begin a tag or a command to a build server ({@code ##[}), and
   * the control character that JSON lets be.
   */
  private static final class NoTags extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes['<'] = ESCAPE_STANDARD;
      codes['#'] = ESCAPE_STANDARD;
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

  /** Half a character becomes U+FFFD, because some readers, Jackson too, refuse it in a name. */
  static void write(ObjectNode root, Appendable to) throws IOException {
    String whole =
        ESCAPE
            .matcher(WRITER.writeValueAsString(root))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(found.group(2) == null ? found.group() : "\\ufffd"));
    to.append(whole).append('\n');
  }
}
