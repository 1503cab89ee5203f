package dev.tenfold.judge;

/** What a verdict comes to as a whole, and the exit code that says so. */
public enum Status {
  /** Nothing that the policy forbids. */
  PASS(0),
  /** At least one regression. It counts before everything else, because it is proven. */
  REGRESSION(2),
  /** Something was not decided, and the policy forbids that; or nothing could be decided at all. */
  INCONCLUSIVE(3),
  /** Something that was expected was not measured, or nothing was. */
  INCOMPLETE(4),
  /** Something was measured in ways that cannot be compared. */
  INCOMPARABLE(5);

  /** The exit code of a usage, configuration or tool error, which is no verdict. */
  public static final int ERROR = 1;

  private final int exitCode;

  Status(int exitCode) {
    this.exitCode = exitCode;
  }

  /** What a process that gave this verdict ends with. */
  public int exitCode() {
    return exitCode;
  }
}
