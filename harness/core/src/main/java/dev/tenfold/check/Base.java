package dev.tenfold.check;

import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.run.Run;
import dev.tenfold.store.Baseline;

/** What the head is compared with. */
sealed interface Base {

  /**
   * A jar at hand, which is measured beside the head: the best there is.
   *
   * @param jar to measure
   * @param note a sentence for people: where the jar comes from
   */
  record Jar(BenchmarkJar jar, String note) implements Base {}

  /**
   * A run that the user named.
   *
   * @param run the numbers
   * @param named for people: the file
   */
  record Numbers(Run run, String named) implements Base {}

  /** A baseline of this machine whose jar is not here any more. */
  record Kept(Baseline baseline) implements Base {}

  /** A baseline of another machine, of which only the allocation can be compared. */
  record Portable(Baseline baseline) implements Base {}

  /** Nothing; what is measured becomes the baseline. */
  record None() implements Base {}
}
