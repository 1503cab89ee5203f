package dev.tenfold.compare;

import dev.tenfold.run.BenchmarkId;

/**
 * A benchmark that stood in a run and could not be compared.
 *
 * @param id which
 * @param kind in one word
 * @param because a sentence for people
 */
public record Exclusion(BenchmarkId id, Kind kind, String because) {

  /** Why a benchmark is not compared. */
  public enum Kind {
    /** It is in the head alone. */
    ADDED,
    /** It is in the base alone. */
    REMOVED,
    /** It was expected in the head, or in both, and one of them could not be measured. */
    FAILED,
    /** Both have it, but measured in ways that answer different questions. */
    INCOMPARABLE,
    /** Both run the same code, so that there was nothing to be measured. */
    IDENTICAL
  }
}
