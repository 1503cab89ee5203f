/**
 * Turns two jars of benchmarks into a statement for each benchmark, whether the head can differ
 * from the base at all ({@link dev.tenfold.bytecode.Identity}).
 *
 * <ol>
 *   <li>{@code Program} sorts what lies in a jar: classes, JMH, resources, documents.
 *   <li>{@code Walk} follows the names in the class files from the code that JMH generated for the
 *       benchmark, and finds out what of the jar the benchmark can reach ({@code Reach}). Where
 *       code that is reached may load classes by names that are not in it ({@code Power}), the
 *       benchmark reaches the whole jar.
 *   <li>{@code Form} strips from a class file what running code does not see.
 *   <li>{@link dev.tenfold.bytecode.Identities} compares what is reached in the two jars.
 * </ol>
 *
 * <p>The rule of the package: to call two programs identical that are not is the worst that can
 * happen, because what is called so is never measured. Whatever is not known to be harmless counts.
 *
 * <p>Held against the jar alone: the JVM, its arguments, and files outside of the jar are the same
 * for base and head, or else it is the caller who knows.
 */
@NullMarked
package dev.tenfold.bytecode;

import org.jspecify.annotations.NullMarked;
