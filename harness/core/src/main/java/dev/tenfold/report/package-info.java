/**
 * Turns the one {@link dev.tenfold.judge.Verdict} into documents: for people on a terminal and
 * under a pull request, and for programs.
 *
 * <pre>
 * Verdict ─→ Rows (in the order of reading) and Summary (sentences) ─→ TextTable, Comment
 *         ├─────────────────────────────────────────────────────────→ VerdictJson, JunitXml, Csv, Badge
 *         └─→ Rows, each where Sources find its benchmark ──────────→ Sarif
 * </pre>
 *
 * <p>Nothing here decides: what a document says of a benchmark is what the verdict says. Everything
 * that comes from outside (names, parameters, reasons, revisions) is made harmless by the document
 * that prints it, each in its own way.
 */
@NullMarked
package dev.tenfold.report;

import org.jspecify.annotations.NullMarked;
