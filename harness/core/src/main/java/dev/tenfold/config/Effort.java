package dev.tenfold.config;

import dev.tenfold.run.Looks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How much is spent on a benchmark before it is decided.
 *
 * @param screening forks of each side in the screening. Suspects are found at each look; what is
 *     clearly innocent at one is spared the next
 * @param confirming fresh forks of each side for a suspect; at each look, what is decided or
 *     hopeless is spared the next
 * @param turn how long a turn is where two sides are measured and an operation is no longer; empty
 *     for whole forks, one after the other
 * @param budget of machine time for all bouts of a check together; empty for as much as it takes
 * @param jvm how the measured JVMs compile
 */
public record Effort(
    Looks screening,
    Looks confirming,
    Optional<Duration> turn,
    Optional<Duration> budget,
    JvmMode jvm) {
  /**
   * As long as a turn is, unless configured. In turns of 20 ms pairs lie no closer together, and
   * take longer (measured: DESIGN.md, "Base and head take turns").
   */
  public static final Duration TURN = Duration.ofMillis(40);

  /**
   * What holds where nothing is said: the rule that found most among those that take 20 forks at
   * most, at less than 6 for what did not change (measured: DESIGN.md, "Screen, then confirm").
   */
  public static final Effort STANDARD = of(List.of(4), List.of(4, 8, 16));

  public Effort {
    if (screening.at().isEmpty() || confirming.at().isEmpty() || confirming.most() < 2) {
      throw new IllegalArgumentException("A screening takes forks, and a confirmation at least 2.");
    }
  }

  static Effort of(List<Integer> screening, List<Integer> confirming) {
    return new Effort(
        new Looks(screening),
        new Looks(confirming),
        Optional.of(TURN),
        Optional.empty(),
        JvmMode.AS_IS);
  }

  /** The forks that every benchmark gets, and that a run without a base takes. */
  public int forks() {
    return screening.at().get(0);
  }

  /** The same effort with another screening. */
  public Effort screening(Looks other) {
    return new Effort(other, confirming, turn, budget, jvm);
  }

  /** The same effort with another confirmation. */
  public Effort confirming(Looks other) {
    return new Effort(screening, other, turn, budget, jvm);
  }

  /** The same effort in turns of another length, or in none. */
  public Effort inTurnsOf(Optional<Duration> other) {
    return new Effort(screening, confirming, other, budget, jvm);
  }

  /** The same effort, and no more time than this. */
  public Effort within(Duration most) {
    return new Effort(screening, confirming, turn, Optional.of(most), jvm);
  }

  /** The same effort in JVMs that compile in another way. */
  public Effort in(JvmMode other) {
    return new Effort(screening, confirming, turn, budget, other);
  }
}
