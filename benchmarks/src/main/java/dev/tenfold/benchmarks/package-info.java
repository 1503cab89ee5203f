/**
 * Turns everyday questions about Java code into numbers: each sub-package is a suite, each class in
 * it one question, each method of the class one answer to choose from.
 *
 * <ul>
 *   <li>{@link dev.tenfold.benchmarks.caching}: which cache, under which traffic
 *   <li>{@link dev.tenfold.benchmarks.concurrency}: which counter, queue, lock or executor
 *   <li>{@link dev.tenfold.benchmarks.batching}: from how many on a batch pays
 *   <li>{@link dev.tenfold.benchmarks.structures}: which map, list or set, for which use
 *   <li>{@link dev.tenfold.benchmarks.database}: which pool size, index, paging and join
 *   <li>{@link dev.tenfold.benchmarks.network}: which protocol, connection and encoding
 *   <li>{@link dev.tenfold.benchmarks.data}: the seeded data that they are fed with
 *   <li>{@link dev.tenfold.benchmarks.postgres}: the server that some of them talk to
 * </ul>
 *
 * <p>Every class states its own forks, warm-up and measurement, in full: inherited or shared
 * configuration is configuration that nobody sees. Every class {@code X} has a test {@code XTest}
 * which proves that its alternatives compute the same thing; a comparison of two things that differ
 * in what they do measures nothing.
 */
package dev.tenfold.benchmarks;
