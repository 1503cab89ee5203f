package dev.tenfold.compare;

/** A way in which base and head may differ and still be compared, if the user says so. */
public enum Tolerance {
  /** The number of forks. */
  FORKS,
  /** Number, time or batch size of iterations. */
  ITERATIONS,
  /** Arguments of the measured JVM. */
  JVM_ARGS,
  /** Version or make of the JVM, or version of JMH. */
  JVM,
  /** The machine. */
  MACHINE
}
