package dev.tenfold.compare;

import dev.tenfold.run.BenchmarkId;
import java.util.Map;
import java.util.Optional;

/**
 * How far apart two sessions on one machine come to lie with nothing changed, which no interval
 * from within a session shows.
 *
 * <p>It is added to the error of every time and throughput that is compared across sessions.
 * Allocation does not change from session to session and is left as it is.
 */
@FunctionalInterface
public interface SessionSpread {
  /** No spread: both sides were measured in one session, or the user vouches for the machine. */
  SessionSpread NONE = id -> Optional.empty();

  /**
   * What is stated until it can be estimated, a standard deviation of 10 %: two sessions on shared
   * machines were seen 10 to 60 % apart with nothing changed, on quiet ones 1 to 3 %.
   */
  SessionSpread STATED = stated(0.10);

  /** What to add for this benchmark, if anything. */
  Optional<Spread> of(BenchmarkId id);

  /**
   * A spread between sessions.
   *
   * @param standardDeviation of a session's level around the long-run one, on the log scale
   * @param degreesOfFreedom of that estimate; positive infinity where it is stated, not estimated
   */
  record Spread(double standardDeviation, double degreesOfFreedom) {
    /** Whether it was stated for want of kept sessions to estimate it from. */
    public boolean isStated() {
      return Double.isInfinite(degreesOfFreedom);
    }
  }

  /** The same spread for every benchmark, by decree. */
  static SessionSpread stated(double standardDeviation) {
    Spread spread = new Spread(standardDeviation, Double.POSITIVE_INFINITY);
    return id -> Optional.of(spread);
  }

  /**
   * For each benchmark the spread that was estimated from kept sessions, and for those that have
   * too few the stated one.
   */
  static SessionSpread estimated(Map<BenchmarkId, Spread> known) {
    Map<BenchmarkId, Spread> copy = Map.copyOf(known);
    return id -> Optional.ofNullable(copy.get(id)).or(() -> STATED.of(id));
  }
}
