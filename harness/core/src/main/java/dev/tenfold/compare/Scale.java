package dev.tenfold.compare;

/** On which scale two levels are held against each other. */
public enum Scale {
  /** The logarithm of head over base: for times and throughputs, whose noise is multiplicative. */
  LOG_RATIO,
  /**
   * Head less base, in the metric's unit: for allocation, which is often exactly zero on one side,
   * and for scores that are not all positive.
   */
  DIFFERENCE
}
