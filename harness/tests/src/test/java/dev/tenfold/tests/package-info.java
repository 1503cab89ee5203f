/**
 * Turns {@code tenfold.jar} and a jar of benchmarks into processes, and holds what they leave
 * behind against what Tenfold promises.
 *
 * <p>Nothing here depends on how fast the machine is: what has to be slower is slower by a factor,
 * and what has to happen is waited for.
 */
package dev.tenfold.tests;
