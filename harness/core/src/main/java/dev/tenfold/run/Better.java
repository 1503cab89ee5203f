package dev.tenfold.run;

/** Which way a metric gets better. It belongs to the metric, never to a tool or a configuration. */
public enum Better {
  HIGHER,
  LOWER,
  /** A number that informs and is never judged, such as a hit rate or a count of collections. */
  NEITHER
}
