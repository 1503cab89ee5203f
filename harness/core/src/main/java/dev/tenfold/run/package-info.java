/**
 * The first noun: a {@link dev.tenfold.run.Run} is what measuring one jar on one machine gave.
 *
 * <pre>
 * Run                         where and when (Origin, Machine), what failed (Failure)
 *  └─ Result                  one benchmark: its identity (BenchmarkId), JVM and settings
 *      └─ Series              one metric: name, unit and which way is better (Metric)
 *          └─ Fork            one JVM: its iterations, never flattened into the other forks'
 * </pre>
 *
 * <p>Everything here is immutable and refuses a state that cannot be: whoever holds one of these
 * may use it without checking it again. Nothing here measures, reads files or decides.
 */
@NullMarked
package dev.tenfold.run;

import org.jspecify.annotations.NullMarked;
