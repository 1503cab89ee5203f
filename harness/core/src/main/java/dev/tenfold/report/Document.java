package dev.tenfold.report;

import dev.tenfold.judge.Verdict;
import java.io.IOException;

/** A way of writing a verdict down. The same verdict gives the same characters everywhere. */
@FunctionalInterface
public interface Document {

  /**
   * Writes the verdict, whole, and leaves the target open.
   *
   * @throws IOException if the target does
   */
  void write(Verdict verdict, Appendable to) throws IOException;
}
