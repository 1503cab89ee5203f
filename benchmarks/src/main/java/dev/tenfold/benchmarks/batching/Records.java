package dev.tenfold.benchmarks.batching;

import java.io.IOException;

/** The bytes of payments, one after the other and without end, drawn beforehand. */
final class Records {
  private static final int DRAWN = 1 << 10;

  private final byte[][] drawn = new byte[DRAWN][];
  private int next;

  Records() throws IOException {
    Payment[] payments = Payment.draw(DRAWN);
    for (int i = 0; i < DRAWN; i++) {
      drawn[i] = payments[i].bytes();
    }
  }

  /** The next record, of {@link Payment#BYTES} bytes; not to be changed. */
  byte[] next() {
    return drawn[next++ & (DRAWN - 1)];
  }
}
