/**
 * Turns the levels of a benchmark at several sizes of its input into the order in which its time
 * grows, and a comparison into whether it grows faster than it did.
 *
 * <p>A quadratic loop is as fast as a linear one where the input of the benchmark is small, and no
 * threshold on a ratio sees what it will cost where the input is large.
 */
@NullMarked
package dev.tenfold.growth;

import org.jspecify.annotations.NullMarked;
