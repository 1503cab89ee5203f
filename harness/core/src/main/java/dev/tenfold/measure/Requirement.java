package dev.tenfold.measure;

import dev.tenfold.run.Glob;

/**
 * What some benchmarks need of the JVM that they are measured in.
 *
 * @param benchmarks which ones
 * @param java the earliest feature release that has it, such as 21
 */
public record Requirement(Glob benchmarks, int java) {}
