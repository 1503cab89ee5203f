/**
 * Turns hours of machine time into the figures that Tenfold claims of itself: programs to be run by
 * hand on a machine that does nothing else, never by a build.
 *
 * <p>Each is started with the class path {@code
 * harness/tests/target/test-classes:harness/cli/target/tenfold.jar}, from the top of the project,
 * after {@code mvn package -Dtenfold.skip}. What they print stands in {@code reports/evidence/}.
 */
package dev.tenfold.tests.evidence;
