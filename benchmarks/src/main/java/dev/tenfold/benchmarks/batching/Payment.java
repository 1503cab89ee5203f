package dev.tenfold.benchmarks.batching;

import dev.tenfold.benchmarks.data.Keys;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Random;

/** The row, the record, the item that this package handles one by one or many at a time. */
record Payment(int account, long cents, String note) implements Serializable {
  /** The length of what {@link #writeTo} writes: 4 and 8 bytes, and the note behind its length. */
  static final int BYTES = 32;

  private static final int LETTERS = BYTES - Integer.BYTES - Long.BYTES - Short.BYTES;
  private static final int MOST_CENTS = 100_000;

  /**
   * Payments to distinct accounts without an order; the notes are lower-case letters, which no
   * format has to escape.
   */
  static Payment[] draw(int count) {
    int[] accounts = Keys.ints(count, 1);
    Random random = new Random(2);
    Payment[] payments = new Payment[count];
    Arrays.setAll(
        payments, i -> new Payment(accounts[i], 1 + random.nextInt(MOST_CENTS), note(random)));
    return payments;
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(account);
    out.writeLong(cents);
    out.writeUTF(note);
  }

  /** What {@link #writeTo} writes. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES);
    writeTo(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static String note(Random random) {
    char[] letters = new char[LETTERS];
    for (int i = 0; i < LETTERS; i++) {
      letters[i] = (char) ('a' + random.nextInt(26));
    }
    return new String(letters);
  }
}
