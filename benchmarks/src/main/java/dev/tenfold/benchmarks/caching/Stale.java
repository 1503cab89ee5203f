package dev.tenfold.benchmarks.caching;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How many reads were answered with a value that had been overwritten at its source, in one
 * iteration; they are among the hits that {@link Hits} counts.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Stale {
  public long stale;
}
