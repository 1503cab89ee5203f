package dev.tenfold.compare;

/**
 * How the numbers of two sides came about, which decides how far their difference is to be trusted.
 */
public enum Kind {
  /** Forks of both that were alive at once and measured alternately, iteration by iteration. */
  TURNS("side by side in one session, taking turns"),
  /** Whole forks of both, alternating, in one session. */
  SIDE_BY_SIDE("side by side in one session, forks alternating"),
  /** Two runs of different moments. */
  STORED("against numbers of another session");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  /** How the runs came about, as a clause for people. */
  public String text() {
    return text;
  }
}
