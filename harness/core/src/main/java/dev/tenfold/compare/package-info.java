/**
 * Turns two runs into a {@link dev.tenfold.compare.Comparison}: how far apart they are and how sure
 * that is, benchmark by benchmark, without a word on whether that is good or bad.
 *
 * <p>Also what cannot be compared is part of it, with the reason: nothing that stood in either run
 * is left out.
 */
@NullMarked
package dev.tenfold.compare;

import org.jspecify.annotations.NullMarked;
