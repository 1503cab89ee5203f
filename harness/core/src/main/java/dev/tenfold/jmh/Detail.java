package dev.tenfold.jmh;

/** How much of each fork is kept when results are read. */
public enum Detail {
  /** The score of every iteration. */
  WHOLE,
  /** The summary of each fork alone: what a comparison needs, in memory that stays small. */
  SUMMARY
}
