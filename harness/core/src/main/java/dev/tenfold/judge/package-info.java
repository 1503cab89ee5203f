/**
 * Turns a {@link dev.tenfold.compare.Comparison} into the one {@link dev.tenfold.judge.Verdict},
 * which the exit code and every document then print.
 *
 * <p>Nothing is decided anywhere else. The rule: screen everything, confirm the suspects on fresh
 * forks, judge each on the confirming data alone, with Holm's correction over all that are judged.
 */
@NullMarked
package dev.tenfold.judge;

import org.jspecify.annotations.NullMarked;
