/**
 * Turns samples of plain numbers into estimates, intervals and p-values, and knows nothing of
 * benchmarks.
 *
 * <p>The main path of the gate uses few of these; the rest serves calibration and cross-checks.
 * Every formula names its source, and every one is held against values that another implementation
 * computed.
 */
@NullMarked
package dev.tenfold.stats;

import org.jspecify.annotations.NullMarked;
