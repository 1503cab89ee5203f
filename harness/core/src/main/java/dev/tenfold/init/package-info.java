/**
 * Turns a project without a gate into one with it.
 *
 * <pre>
 * directory ─Project→ the module that makes the benchmark jar ─Pom→ its pom.xml with the stanza ─┐
 * resources ─Template→ tenfold.yaml, two workflows, a line of .gitignore ────────────────────────┴→ Steps
 * </pre>
 *
 * <p>Nothing that is there is replaced: a file is made, or lines are added to it, or it is left.
 */
@NullMarked
package dev.tenfold.init;

import org.jspecify.annotations.NullMarked;
