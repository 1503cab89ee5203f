/**
 * Turns the choice of a map, a list or a set into the time and the bytes of an operation: the JDK's
 * collections of boxes beside fastutil's of primitives and plain arrays.
 *
 * <p>The methods of a class do the same to different structures, on the same data in the same
 * order. Each is a benchmark of its own, so that each fork sees one class of collection alone, and
 * the JIT compiles its calls for that class as it does in a program. Structures are declared by
 * their class and not by an interface for the same reason.
 *
 * <p>Scores of different sizes, or of different classes here, are not there to be ranked: they
 * answer different questions.
 */
package dev.tenfold.benchmarks.structures;
