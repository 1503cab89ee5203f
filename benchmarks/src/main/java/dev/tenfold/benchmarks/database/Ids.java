package dev.tenfold.benchmarks.database;

import dev.tenfold.benchmarks.data.Keys;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * The accounts that a thread asks for, drawn beforehand. The threads start at equal distances, so
 * that they do not ask for the same accounts in step.
 */
@State(Scope.Thread)
public class Ids {
  private static final int LENGTH = 1 << 12;

  private final int[] ids = Keys.picks(Accounts.COUNT, LENGTH, 1);
  private int position;

  @Setup
  public void start(ThreadParams thread) {
    position = LENGTH / thread.getThreadCount() * thread.getThreadIndex();
  }

  int next() {
    return ids[position++ & (LENGTH - 1)];
  }
}
