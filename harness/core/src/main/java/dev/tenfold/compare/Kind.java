package dev.tenfold.compare;

/**
 * How the two runs of a comparison came about, which decides how far their difference is to be
 * trusted.
 */
public enum Kind {
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
