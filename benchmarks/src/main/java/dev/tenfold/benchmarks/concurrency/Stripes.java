package dev.tenfold.benchmarks.concurrency;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A counter in parts that lie at a given distance in memory: each thread adds to a part of its own,
 * and the count is the sum.
 *
 * <p>Any thread may add to any stripe, and none is lost. In a program this is an {@link
 * java.util.concurrent.atomic.AtomicLongArray}. Here it would measure luck: an array begins at any
 * multiple of 8 bytes, so that in one fork of eight two neighbours lie in different cache lines,
 * and share nothing. Memory outside the heap can be aligned, and no collector moves it.
 */
final class Stripes {
  /** The distance from which on nothing is shared: processors fetch lines of 64 bytes in pairs. */
  static final int APART = 128;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final ByteBuffer memory;
  private final int count;
  private final int distance;

  /**
   * All stripes at 0.
   *
   * @param distance in bytes; {@link Long#BYTES} for neighbours, which share lines, or {@link
   *     #APART}
   */
  Stripes(int count, int distance) {
    this.count = count;
    this.distance = distance;
    // One unit for a rest, and one that the alignment may take away.
    int units = count * distance / APART + 2;
    memory = ByteBuffer.allocateDirect(units * APART).alignedSlice(APART);
  }

  /** Adds 1 to a stripe and returns what is now in it. */
  long increment(int stripe) {
    return (long) LONG.getAndAdd(memory, stripe * distance, 1L) + 1;
  }

  /** The count: all additions that ended before, and perhaps some that are under way. */
  long sum() {
    long sum = 0;
    for (int stripe = 0; stripe < count; stripe++) {
      sum += (long) LONG.getVolatile(memory, stripe * distance);
    }
    return sum;
  }
}
