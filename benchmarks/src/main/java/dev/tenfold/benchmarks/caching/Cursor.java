package dev.tenfold.benchmarks.caching;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * A thread's position in the trace. The threads start at equal distances, so that they do not ask
 * for the same keys in step.
 */
@State(Scope.Thread)
public class Cursor {
  private int position;

  @Setup
  public void start(ThreadParams thread) {
    position = Trace.LENGTH / thread.getThreadCount() * thread.getThreadIndex();
  }

  int next() {
    return position++;
  }
}
