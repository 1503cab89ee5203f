/**
 * Turns a jar of benchmarks into a {@link dev.tenfold.run.Run}.
 *
 * <pre>
 * BenchmarkJar ─Catalogue→ Benchmarks ─Selection→ Tasks ─Session→ forks ─→ Measured (Run, JMH JSON)
 * </pre>
 *
 * <p>Each fork of each benchmark and parameter set is a process of its own, so that one that
 * throws, exits or hangs costs itself alone. No class of the measured jar is ever loaded here:
 * command line out, JSON file in. Only one {@link dev.tenfold.measure.Session} measures on a
 * machine at a time.
 */
@NullMarked
package dev.tenfold.measure;

import org.jspecify.annotations.NullMarked;
