/**
 * Turns the choice of what threads share, and of who does their work, into times: counters, locks,
 * queues, stacks, maps and random numbers under two threads; executors and futures under tasks that
 * compute and tasks that wait.
 *
 * <p>Two threads are measured, because two processors are what every machine has; more threads than
 * processors measure the scheduler. On a machine with one processor the contended classes say
 * nothing. There are more traps here than in code of one thread, and this is how each is avoided:
 *
 * <ul>
 *   <li><b>An iteration that never ends.</b> A producer in front of a full queue whose consumer has
 *       stopped would wait for ever. No thread here blocks in a queue: it tries, and gives up when
 *       JMH says that the iteration is over.
 *   <li><b>Counting failures as work.</b> A queue is fastest at being full. An operation is an item
 *       that has passed; tries that failed are counted apart.
 *   <li><b>Accidental false sharing.</b> What threads write apart from each other lies in states of
 *       JMH, which pads them, or in memory of its own; see {@link
 *       dev.tenfold.benchmarks.concurrency.Stripes} for why a plain array would not do.
 *   <li><b>Threads in step.</b> What a thread does next is drawn before the measurement, and the
 *       threads begin at different places ({@link dev.tenfold.benchmarks.concurrency.Cursor}).
 *   <li><b>Waiting that is not waiting.</b> {@link dev.tenfold.benchmarks.concurrency.RemoteCall}
 *       gives up its thread as a read from a socket does, without a peer that would compute on the
 *       same processors.
 *   <li><b>Alternatives that are not the same.</b> Queues have the same bound, counters are exact
 *       under any number of threads, readers see no half of a write: the tests prove it.
 * </ul>
 *
 * <p>Contended times differ more between forks than others: how the threads fall in with each other
 * is decided anew in each. Differences of a few per cent are not there to be believed.
 */
package dev.tenfold.benchmarks.concurrency;
