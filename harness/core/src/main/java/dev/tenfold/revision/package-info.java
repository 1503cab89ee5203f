/**
 * Turns a revision of the project into a benchmark jar: finds the commit that a branch left, checks
 * it out beside the user's work tree, builds it with the project's own build, and remembers the
 * jar.
 *
 * <p>The user's work tree, index, branches and stashes are never touched, and whatever cannot be
 * told for sure is refused: a comparison with a wrong commit is worse than none.
 */
@NullMarked
package dev.tenfold.revision;

import org.jspecify.annotations.NullMarked;
