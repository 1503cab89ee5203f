package dev.tenfold.benchmarks.caching;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How many reads a thread found in the cache and how many it did not, in one iteration: the hit
 * rate is {@code hits / (hits + misses)}.
 *
 * <p>Two counts and no rate, because JMH adds up such numbers over threads and over iterations: of
 * counts that gives the right rate at every level, of rates a number without a meaning. JMH sets
 * them to 0 before each iteration.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Hits {
  public long hits;
  public long misses;
}
