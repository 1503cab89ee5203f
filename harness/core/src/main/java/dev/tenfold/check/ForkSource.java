package dev.tenfold.check;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Run;
import java.time.Duration;
import java.util.Collection;

/**
 * Where a campaign takes its forks from: a bench that measures them when they are asked for, or
 * forks that were recorded. A campaign decides alike whichever it is, so that what is calibrated on
 * recorded forks is what a check does.
 */
public interface ForkSource {

  /** Begins the screening of all benchmarks. */
  Leg screening();

  /**
   * Begins the confirmation, whose forks are fresh: none of them was in the screening. It is asked
   * for once at most, and only if something can be confirmed.
   *
   * @param looks that are planned; to be told of every result
   */
  Leg confirming(Looks looks);

  /** One leg of a campaign: forks of both sides that are judged together. */
  interface Leg {

    /** What can be asked for. */
    Collection<BenchmarkId> benchmarks();

    /** How many forks of a benchmark were taken on each side. */
    int taken(BenchmarkId id);

    /** The machine time of all forks of this leg together. */
    Duration took();

    /**
     * Takes further forks.
     *
     * @param forks that each benchmark is to have on each side afterwards
     * @param ids of which benchmarks; of this leg
     * @param what is being done, for people: "screening", "confirming 2 suspects"
     */
    void until(int forks, Collection<BenchmarkId> ids, String what);

    /** All that was taken until now. */
    Sides sides();
  }

  /** The same forks as two runs. */
  record Sides(Run base, Run head) {}
}
