package dev.tenfold.config;

import dev.tenfold.measure.ForkOptions;
import dev.tenfold.measure.Selection;

/**
 * A named choice of benchmarks and of how much is spent on each.
 *
 * @param name of lower-case letters, digits and dashes: it becomes part of file names
 * @param selection which benchmarks
 * @param forks on each side of a screening; at least 1
 * @param confirmForks on each side of a confirmation; at least 2
 * @param options of every fork
 * @param whole whether it is as configured; what was measured of an altered one is no baseline
 */
public record Suite(
    String name,
    Selection selection,
    int forks,
    int confirmForks,
    ForkOptions options,
    boolean whole) {
  /** What a suite may be called, as a regular expression. */
  public static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";

  /** What is measured where nothing is configured. */
  public static final String ALL = "all";

  /** Forks on each side of a screening, unless configured. */
  public static final int FORKS = 3;

  /** Forks on each side of a confirmation, unless configured. */
  public static final int CONFIRM_FORKS = 5;

  /** This suite with another choice of benchmarks. */
  public Suite with(Selection other) {
    return new Suite(name, other, forks, confirmForks, options, whole && other.equals(selection));
  }

  /** This suite with other forks. */
  public Suite with(ForkOptions other) {
    return new Suite(name, selection, forks, confirmForks, other, whole && other.equals(options));
  }

  /** This suite with this many forks on each side of a screening. */
  public Suite withForks(int other) {
    return new Suite(name, selection, other, confirmForks, options, whole && other == forks);
  }
}
