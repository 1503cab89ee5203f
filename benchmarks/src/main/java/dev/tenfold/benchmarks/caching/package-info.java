/**
 * Turns a kind of traffic and a way of caching into the time of an access and the share of hits.
 *
 * <p>A cache is judged by both numbers at once. The hits and misses stand beside the time as JMH's
 * secondary results, and with them what else the time does not tell: loads, stale reads, reads by
 * tier. The classes ask three kinds of questions:
 *
 * <ul>
 *   <li><b>Which cache?</b> {@link dev.tenfold.benchmarks.caching.ReadMostly}, {@link
 *       dev.tenfold.benchmarks.caching.ScanResistance} and {@link
 *       dev.tenfold.benchmarks.caching.Contended}. An access is a read that is answered from the
 *       cache or, after a miss, stored there, or now and then a plain write; what the missed value
 *       costs to get is not in the time, because it is the program's and not the cache's: multiply
 *       the misses by your own price.
 *   <li><b>In front of what?</b> {@link dev.tenfold.benchmarks.caching.HeapOverOffHeap} and {@link
 *       dev.tenfold.benchmarks.caching.HeapOverPostgres} pay for a miss at a real store.
 *   <li><b>Filled how?</b> {@link dev.tenfold.benchmarks.caching.ColdStart}, {@link
 *       dev.tenfold.benchmarks.caching.Stampede} and {@link
 *       dev.tenfold.benchmarks.caching.Freshness} pay for a load with a fixed amount of the
 *       processor's work, which each states.
 * </ul>
 *
 * <p>The traps, and how the classes here avoid them:
 *
 * <ul>
 *   <li><b>Measuring the generator.</b> Drawing from Zipf's distribution costs more than a hit. The
 *       accesses are drawn, and their keys boxed, before the measurement ({@link
 *       dev.tenfold.benchmarks.caching.Trace}).
 *   <li><b>Dispatch on many classes.</b> The policies are behind {@link java.util.Map}. Each fork
 *       measures one {@link dev.tenfold.benchmarks.caching.Policy}, so that the call site has only
 *       ever seen one class and is compiled as such, as in a program with one cache. Never compare
 *       them in one JVM ({@code -f 0}): the first would be measured inlined, the others not.
 *   <li><b>Dead code.</b> Every access returns the value, which JMH consumes.
 *   <li><b>False sharing.</b> Cursor and counters belong to a thread; JMH pads every state object
 *       to cache lines of its own. The threads share the cache and the trace, which is only read.
 *   <li><b>Work behind the back.</b> Caffeine evicts in another thread by default; here it evicts
 *       in the one that asked, so that its whole cost is in the number.
 *   <li><b>Measuring the warm-up.</b> Caffeine's eviction is a lot of code: its access takes 10 us
 *       in the interpreter, and the JIT is done with it after a second and a half. Hence twice the
 *       warm-up of the other suites.
 *   <li><b>Counting by the clock.</b> A cache whose entries expire by the clock hits more often the
 *       faster the JVM is. Times to live are counted in accesses here, and so are invalidations.
 * </ul>
 */
package dev.tenfold.benchmarks.caching;
