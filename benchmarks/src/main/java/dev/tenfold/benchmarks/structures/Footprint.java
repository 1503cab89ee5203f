package dev.tenfold.benchmarks.structures;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How many bytes a structure keeps, and for how many entries: {@code bytes / entries} is what an
 * entry takes.
 *
 * <p>Two counts and no quotient, because JMH adds up such numbers over threads and over iterations.
 * The same two are added each time, so that their quotient is right at every level. They are
 * methods over private fields, because JMH sets public fields to 0 after set-up, before each
 * iteration.
 *
 * <p>The bytes are those of all that the structure refers to, as JOL tells the layout of objects:
 * the boxes of numbers are in it, and the places that a growing table has left over.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Footprint {
  private long bytes;
  private long entries;

  /** Weighs a structure of so many entries. */
  void of(Object structure, long entries) {
    this.bytes = ObjectGraph.bytes(structure);
    this.entries = entries;
  }

  public long bytes() {
    return bytes;
  }

  public long entries() {
    return entries;
  }
}
