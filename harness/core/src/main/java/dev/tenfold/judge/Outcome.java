package dev.tenfold.judge;

/** What became of one metric of one benchmark, the worst first. */
public enum Outcome {
  /** Surely worse, by at least the threshold. */
  REGRESSED,
  /** Expected and not measured. */
  FAILED,
  /** Measured in ways that answer different questions. */
  INCOMPARABLE,
  /** Surely worse, and let pass for a time. */
  WAIVED,
  /** The numbers neither show a change nor rule one out. */
  INCONCLUSIVE,
  /** In the base alone. */
  REMOVED,
  /** In the head alone. */
  ADDED,
  /** Surely better, by at least the threshold. */
  IMPROVED,
  /** Surely within the equivalence margin; never just "nothing was found". */
  UNCHANGED,
  /** Base and head run the same code, so nothing was measured. */
  IDENTICAL
}
