package dev.tenfold.benchmarks.caching;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How many reads each of two tiers answered, in one iteration. Counts and no rates, for the reason
 * that {@link Hits} gives.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Tiers {
  public long heap;
  public long store;
}
