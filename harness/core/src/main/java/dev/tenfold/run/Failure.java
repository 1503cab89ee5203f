package dev.tenfold.run;

/**
 * A benchmark that was expected and not measured.
 *
 * @param id which one
 * @param reason a sentence for people: what happened, in which fork
 */
public record Failure(BenchmarkId id, String reason) {}
