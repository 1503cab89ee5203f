/**
 * Turns JMH's JSON into {@link dev.tenfold.run.Result}s, and the entries of single forks into the
 * JSON that JMH would have written for all of them.
 *
 * <pre>
 * Path ── TextFile ── JsonText ── EntryReader ── MetricReader ──▶ Result     (JmhReader)
 * ObjectNode per fork ── Histogram ──▶ ObjectNode                            (JmhWriter)
 * </pre>
 *
 * <p>Reading is streaming and under limits, because a result file may come from anybody. What a
 * number means is never guessed: a file is read in full or refused with the place and the reason.
 */
@NullMarked
package dev.tenfold.jmh;

import org.jspecify.annotations.NullMarked;
