/**
 * Turns a verdict and the runs behind it into one self-contained page, for whoever has to judge a
 * change.
 *
 * <pre>
 * Verdict, Runs ─→ Page ─→ Entry    a row of the table of findings
 *                       ─→ Forest   all intervals, one under the other
 *                       ─→ Detail   one benchmark: Panels of its Legs, facts, further metrics
 *                       ─→ Panel    a drawing: an Axis with Ticks, and Marks
 * </pre>
 *
 * <p>Nothing here decides; sentences and figures are those of {@link dev.tenfold.report}. The
 * classes here choose and place, the templates in {@code src/main/jte}, which are compiled into
 * this package, write. They escape whatever they print for the place at which it stands, and what
 * comes from outside is made visible before.
 *
 * <p>The page loads nothing: its drawings are SVG, its style and its script stand in it, and its
 * policy allows no other. Drawings are measured in per cent across and in pixels down, so that they
 * fit any width while their letters keep their size. Without the script all can be read; it sorts,
 * filters, opens and saves.
 */
@NullMarked
package dev.tenfold.html;

import org.jspecify.annotations.NullMarked;
