/**
 * Turns a way of asking a PostgreSQL server into the time of an answer, as the program sees it:
 * with the driver, the round trip, and the server's work in it.
 *
 * <p>The server is a real one, with a real disk under its commits, on the same machine: {@link
 * dev.tenfold.benchmarks.postgres.Server} starts one, and {@code TENFOLD_JDBC_URL} names one. Each
 * fork fills a schema of its own with the same rows and drops it at the end.
 *
 * <p>The traps, and how the classes here avoid them:
 *
 * <ul>
 *   <li><b>Loopback.</b> A round trip takes some 50 us here, and 200 us to 1 ms between machines.
 *       Where alternatives differ in round trips, add the difference times yours.
 *   <li><b>Another plan than the one meant.</b> The planner goes by statistics, which are gathered
 *       after loading and not whenever the server gets to it; the tests read the plans.
 *   <li><b>Rows that not everyone sees.</b> An index-only scan looks into the table after all where
 *       another transaction is older than the rows. The set-up waits until it need not ({@link
 *       dev.tenfold.benchmarks.database.IndexOrScan}).
 *   <li><b>A cold start.</b> The driver prepares a statement on the server from its fifth execution
 *       on, and the JIT has all of the driver to compile: hence ten iterations of warm-up. All data
 *       fits into the server's memory; what a disk read costs is not asked here.
 *   <li><b>Costs in other processes.</b> The server's processes are not in the allocation or the
 *       processor time of the measured JVM, only in its waiting.
 * </ul>
 */
package dev.tenfold.benchmarks.database;
