package dev.tenfold.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of a journal: a JSON object whose last field, {@code crc32}, is the checksum of the
 * bytes before that field. A line that was written in part, or was changed, is known by it.
 */
final class JournalLine {
  static final JsonMapper JSON =
      JsonMapper.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
          .build();

  private static final String BEFORE = ",\"crc32\":\"";
  private static final String AFTER = "\"}";
  private static final int END = BEFORE.length() + 8 + AFTER.length();

  private JournalLine() {}

  /** The line of a record that is not empty, with its line feed. */
  static byte[] of(ObjectNode record) {
    byte[] open = JSON.writeValueAsBytes(record);
    int length = open.length - 1; // without the closing brace
    byte[] end = (end(open, length) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] line = Arrays.copyOf(open, length + end.length);
    System.arraycopy(end, 0, line, length, end.length);
    return line;
  }

  /** The record of a line without its line feed; empty if the line is not as it was written. */
  static Optional<ObjectNode> parse(byte[] line) {
    int length = line.length - END;
    if (length < 0) {
      return Optional.empty();
    }
    String end = new String(line, length, END, StandardCharsets.ISO_8859_1);
    if (!end.equals(end(line, length))) {
      return Optional.empty();
    }
    try {
      return JSON.readTree(line) instanceof ObjectNode record
          ? Optional.of(record)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static String end(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return BEFORE + HexFormat.of().toHexDigits((int) sum.getValue()) + AFTER;
  }
}
