/**
 * Turns a jar into a verdict: the whole pipeline, once for every front end.
 *
 * <pre>
 * jar ─measure→ Run ─┐
 *        find base ──┴─compare→ Comparison ─judge→ Verdict ─report→ documents and exit code
 *                                   └─ suspects are measured again ─┘
 * </pre>
 */
@NullMarked
package dev.tenfold.check;

import org.jspecify.annotations.NullMarked;
