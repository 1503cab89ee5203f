/**
 * Turns what happens while measuring into lines on a terminal, or in a log where there is none.
 *
 * <p>Nothing here knows whether it writes to a terminal, or reads the clock or the environment by
 * itself: the entry points tell it.
 */
@NullMarked
package dev.tenfold.terminal;

import org.jspecify.annotations.NullMarked;
