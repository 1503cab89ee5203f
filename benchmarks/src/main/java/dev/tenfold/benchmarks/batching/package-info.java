/**
 * Turns a number of rows, records or items that are handled together into the time of the batch:
 * from how many on it pays to wait for more, and where more of them gain nothing.
 *
 * <p>A batch costs something once, such as a trip to a server, a call of the operating system or a
 * force to disk, and something for each of its items. Where a class has a {@code size}, its score
 * is that of the whole batch unless it says otherwise: the part that does not grow is what is
 * shared, the slope is what is left for each. Batching pays from the second item on if the shared
 * part is the larger one; at a size of {@code shared / each} half of the gain is made, and at ten
 * times that more is hardly worth the wait and the memory.
 *
 * <p>The traps, and how the classes here avoid them:
 *
 * <ul>
 *   <li><b>Tables and files that grow.</b> The hundredth batch would be inserted into another table
 *       than the first. Tables are emptied or vacuumed between iterations and not by the server
 *       when it likes ({@link dev.tenfold.benchmarks.batching.Ledger}), files are written round and
 *       round ({@link dev.tenfold.benchmarks.batching.RingFile}).
 *   <li><b>Waiting for the disk without being asked.</b> A commit that waits for it costs more than
 *       what is compared. It is measured where it is the question, and left out elsewhere.
 *   <li><b>Not waiting for it where it is the question.</b> In memory a force costs nothing; the
 *       file is made on a disk or not at all.
 *   <li><b>Another amount of work.</b> The alternatives handle the same items in the same order and
 *       leave the same rows and bytes behind, which their tests compare.
 *   <li><b>Measuring the generator.</b> The items are drawn before the measurement. What makes a
 *       statement, a line or a message out of them is measured, because it is a part of the price.
 * </ul>
 *
 * <p>What no score shows: an item in a batch waits for the last one, and is lost with the batch if
 * the process ends before.
 */
package dev.tenfold.benchmarks.batching;
