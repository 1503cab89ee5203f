/**
 * Turns a verdict into what a pull request shows of it: a comment that is kept up to date, a check
 * of the head, annotations and a job summary.
 *
 * <pre>
 * directory ─Results→ Judged ─┬→ Body, which keeps the earlier verdicts in a Ledger ─→ StickyComment
 *                             ├→ HeadCheck, with Notices where Sources know the line
 *                             └→ workflow commands, JobSummary
 * event or options ─→ Occasion ─PullRequests→ the pull request
 * </pre>
 *
 * <p>What lies in the directory comes from a job that ran the code of a stranger, so it is data:
 * the verdict is reached anew from the forks, by a policy that lies elsewhere, and which pull
 * request it is about is told by GitHub alone. {@link dev.tenfold.github.Posting} does it all;
 * between it and GitHub, {@code Wire} waits and tries again.
 */
@NullMarked
package dev.tenfold.github;

import org.jspecify.annotations.NullMarked;
