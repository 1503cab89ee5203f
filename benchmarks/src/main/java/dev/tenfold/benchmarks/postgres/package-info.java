/**
 * Turns the address of a PostgreSQL server, or none, into schemas that benchmarks and tests fill.
 *
 * <p>A benchmark opens a {@link dev.tenfold.benchmarks.postgres.Schema} in a server that runs
 * already: two JVMs of the same benchmark, which are alive at once, share the server and nothing
 * else. It never starts one, because a server takes seconds, and its processes would be measured as
 * the benchmark's own. {@link dev.tenfold.benchmarks.postgres.Server} is what starts one for who
 * has none at hand.
 *
 * <p>The traps, and how the classes here avoid them:
 *
 * <ul>
 *   <li><b>A commit that costs nothing.</b> Servers made for tests do not wait for the disk. This
 *       one does: {@code fsync} is on, and a commit waits for its log to be written.
 *   <li><b>A replica that never heard of the data.</b> It lags. A connection to it is handed out
 *       when it has replayed what the primary had written ({@link
 *       dev.tenfold.benchmarks.postgres.Schema#connectToReplica()}).
 *   <li><b>Fixed ports and names.</b> Ports are free ones, schemas bear a random name, data lies in
 *       a temporary directory; each is given back at the end.
 *   <li><b>Loopback is not a network.</b> A round trip takes tens of microseconds here and hundreds
 *       in a data centre: whatever saves round trips saves more there than the scores say.
 * </ul>
 */
package dev.tenfold.benchmarks.postgres;
