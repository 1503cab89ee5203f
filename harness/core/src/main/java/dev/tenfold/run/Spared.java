package dev.tenfold.run;

/**
 * A benchmark that did not have to be measured, because what it runs is the same as in the base.
 *
 * @param id which benchmark
 * @param because how that is known, a sentence
 */
public record Spared(BenchmarkId id, String because) {}
