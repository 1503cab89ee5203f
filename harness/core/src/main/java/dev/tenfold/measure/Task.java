package dev.tenfold.measure;

import dev.tenfold.run.BenchmarkId;

/**
 * One benchmark to measure.
 *
 * @param id which
 * @param shape of each of its forks
 */
public record Task(BenchmarkId id, Shape shape) {}
