/**
 * Turns what the operating system and a JVM tell about themselves into a {@link
 * dev.tenfold.run.Machine}, into the {@link dev.tenfold.run.Conditions} of a measurement, and into
 * advice on whether one can measure there.
 *
 * <p>What a machine does not tell is "unknown", never "fine".
 */
@NullMarked
package dev.tenfold.machine;

import org.jspecify.annotations.NullMarked;
