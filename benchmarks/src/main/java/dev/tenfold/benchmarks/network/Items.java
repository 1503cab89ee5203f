package dev.tenfold.benchmarks.network;

import dev.tenfold.benchmarks.data.Keys;
import dev.tenfold.benchmarks.data.Payloads;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A site of small JSON documents. The query is their numbers with commas between them; the answer
 * is a line for each, in the order of the numbers.
 */
final class Items implements Origin.Site {
  private static final int COUNT = 1000;
  private static final int SIZE = 256;
  private static final long SEED = 1;

  private final byte[][] items = new byte[COUNT][];

  Items() {
    for (int i = 0; i < COUNT; i++) {
      items[i] = Payloads.json(SIZE, SEED + i);
    }
  }

  /** The numbers of some items, drawn at random, as queries for one item each. */
  static List<String> draw(int count) {
    return Arrays.stream(Keys.picks(COUNT, count, SEED)).mapToObj(Integer::toString).toList();
  }

  @Override
  public byte[] reply(String query) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (String number : query.split(",")) {
      lines.writeBytes(items[Integer.parseInt(number)]);
      lines.write('\n');
    }
    return lines.toByteArray();
  }
}
