package dev.tenfold.judge;

import dev.tenfold.run.Glob;

/**
 * A threshold for some benchmarks, as the configuration gives it.
 *
 * @param benchmarks which ones
 * @param metric name of the metric it is for
 * @param threshold from which on a sure change counts
 */
public record Limit(Glob benchmarks, String metric, Threshold threshold) {}
