package dev.tenfold.benchmarks.concurrency;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * A thread's position in what was drawn before the measurement. The threads start at equal
 * distances, so that they do not do the same things in step.
 */
@State(Scope.Thread)
public class Cursor {
  /** A power of two, so that a position becomes an index by a mask and not by a division. */
  static final int LENGTH = 1 << 16;

  private int position;

  @Setup
  public void start(ThreadParams thread) {
    position = LENGTH / thread.getThreadCount() * thread.getThreadIndex();
  }

  /** The next index: up to {@link #LENGTH} - 1, and then from 0 again. */
  int next() {
    return position++ & (LENGTH - 1);
  }
}
