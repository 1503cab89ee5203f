package dev.tenfold.run;

/**
 * One number that a benchmark is measured by.
 *
 * @param name {@link #SCORE} for the benchmark's own score, else JMH's name of the secondary metric
 *     without the middle dot that JMH wrote before it until 1.36
 * @param unit of every score of a series of this metric
 * @param better which way it gets better
 */
public record Metric(String name, Unit unit, Better better) implements Comparable<Metric> {
  /** The name of the primary metric. */
  public static final String SCORE = "score";

  /** The name of the normalised allocation metric, which {@code -prof gc} gives. */
  public static final String ALLOCATION = "gc.alloc.rate.norm";

  /** The name of the processor time per operation, which Tenfold's own probe gives. */
  public static final String CPU_TIME = "cpu.time.norm";

  public Metric {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A metric has a name.");
    }
  }

  /** The benchmark's own score: its direction is that of the mode. */
  public static Metric score(Mode mode, Unit unit) {
    return new Metric(SCORE, unit, mode.better());
  }

  /** A secondary metric: its direction is that of its unit. */
  public static Metric secondary(String name, Unit unit) {
    return new Metric(name, unit, unit.dimension().better());
  }

  public boolean isScore() {
    return name.equals(SCORE);
  }

  public boolean isAllocation() {
    return name.equals(ALLOCATION);
  }

  /** The same metric in another unit. */
  public Metric in(Unit other) {
    return new Metric(name, other, better);
  }

  /** The score first, then the rest by name. */
  @Override
  public int compareTo(Metric other) {
    if (isScore() != other.isScore()) {
      return isScore() ? -1 : 1;
    }
    return name.compareTo(other.name);
  }
}
