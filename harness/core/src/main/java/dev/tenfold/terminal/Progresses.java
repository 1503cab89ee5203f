package dev.tenfold.terminal;

import dev.tenfold.measure.Progress;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** The ways of showing progress. */
public final class Progresses {
  private Progresses() {}

  /**
   * Shows what happens on a stream, which stays open.
   *
   * @param terminal whether the stream is a terminal on which a line can be drawn again; not true
   *     for one that calls itself dumb
   * @param width of the terminal in columns; does not matter elsewhere
   * @param nanos a clock that only ever goes forward, such as {@link System#nanoTime}
   */
  public static Progress of(PrintStream out, boolean terminal, int width, LongSupplier nanos) {
    return terminal ? new ProgressBar(out, width, nanos) : new ProgressLines(out, nanos);
  }
}
