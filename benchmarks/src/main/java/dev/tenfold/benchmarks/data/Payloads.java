package dev.tenfold.benchmarks.data;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Bodies of messages: JSON as services answer with, and bytes that no coding makes smaller.
 *
 * <p>The JSON is a list of people with numbers, times, words from a small vocabulary and the same
 * names of fields over and over. It is neither a repeated line, which every compressor makes
 * nothing of, nor random text: gzip leaves a fifth of it.
 */
public final class Payloads {
  private static final String[] WORDS =
      ("account address amber annual balance basic berlin blue branch cancel carbon "
              + "client copper credit daily delta deliver direct early eastern export family "
              + "field final forest garden global green harbor import indigo invoice island "
              + "junior kernel ledger linear local london market matter meadow monthly native "
              + "north number office orange order paris payment pending planet private quarter "
              + "record refund return river senior silver standard summer winter")
          .split(" ");

  private static final String NOTE = "{\"note\":\"";
  private static final String END = "\"}]";
  private static final int SMALLEST = 1 + NOTE.length() + END.length();

  private Payloads() {}

  /**
   * A JSON document, on one line and in ASCII: people, and at the end a note that fills up the
   * size.
   *
   * @param size of the document in bytes, exactly; at least 13
   */
  public static byte[] json(int size, long seed) {
    if (size < SMALLEST) {
      throw new IllegalArgumentException(
          "A JSON document has at least " + SMALLEST + " bytes, not " + size + ".");
    }
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(size).append('[');
    String person = person(random);
    while (text.length() + person.length() + SMALLEST <= size) {
      text.append(person).append(',');
      person = person(random);
    }
    text.append(NOTE);
    while (text.length() < size) {
      text.append(word(random)).append(' ');
    }
    text.setLength(size - END.length());
    return text.append(END).toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Bytes in which each value is as likely as any other, whatever came before. */
  public static byte[] random(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String person(Random random) {
    String first = word(random);
    String last = word(random);
    StringBuilder text = new StringBuilder();
    text.append("{\"id\":").append(random.nextInt(1_000_000));
    text.append(",\"name\":\"").append(first).append(' ').append(last);
    text.append("\",\"email\":\"").append(first).append('.').append(last).append("@example.org");
    text.append("\",\"created\":\"20").append(twoDigits(10 + random.nextInt(15)));
    text.append('-').append(twoDigits(1 + random.nextInt(12)));
    text.append('-').append(twoDigits(1 + random.nextInt(28)));
    text.append('T').append(twoDigits(random.nextInt(24)));
    text.append(':').append(twoDigits(random.nextInt(60)));
    text.append("Z\",\"active\":").append(random.nextBoolean());
    text.append(",\"balance\":").append(random.nextInt(10_000));
    text.append('.').append(twoDigits(random.nextInt(100)));
    text.append(",\"tags\":[\"").append(word(random)).append("\",\"").append(word(random));
    return text.append("\"]}").toString();
  }

  private static String word(Random random) {
    return WORDS[random.nextInt(WORDS.length)];
  }

  /** Without a format, whose digits depend on the language of the machine. */
  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
