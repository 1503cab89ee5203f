/**
 * Turns {@code tenfold.yaml} into the suites that can be measured and the policy by which they are
 * judged.
 *
 * <p>The file is the only configuration there is; an option of the command line overrides it for
 * one run. Whatever in it is not understood is an error with its line, never ignored: a misspelled
 * threshold that does nothing would be a gate that is open.
 */
@NullMarked
package dev.tenfold.config;

import org.jspecify.annotations.NullMarked;
