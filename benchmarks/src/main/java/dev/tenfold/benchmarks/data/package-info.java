/**
 * Turns a seed into the data that the suites work on: distinct keys ({@link
 * dev.tenfold.benchmarks.data.Keys}), skewed choices among them ({@link
 * dev.tenfold.benchmarks.data.Zipf}) and bodies of messages ({@link
 * dev.tenfold.benchmarks.data.Payloads}).
 *
 * <p>The same seed gives the same data on every JVM, so that two forks, and two revisions, do the
 * same work. For that reason only {@link java.util.Random} is drawn from, whose sequence its
 * documentation fixes, and never {@link java.util.SplittableRandom} or a stream of random numbers,
 * whose sequences a JDK may change.
 */
package dev.tenfold.benchmarks.data;
