/**
 * Turns recorded forks into a {@link dev.tenfold.calibrate.Calibration}: how often the gate cries
 * wolf, and how small a slowdown it finds.
 *
 * <pre>
 * files ──Cut──▶ Recording ──Trial──▶ Step ──▶ Calibration
 *                pseudo-forks  one simulated     all suites at
 *                              suite, judged     one slowdown
 * </pre>
 *
 * <p>Nothing of the rule stands here: each simulated suite goes through the comparer and the judge
 * that every check goes through, so that what is calibrated is what is used.
 */
@NullMarked
package dev.tenfold.calibrate;

import org.jspecify.annotations.NullMarked;
