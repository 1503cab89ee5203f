/**
 * Turns the choice of a map, a list, a set, a queue or a bitmap into the time and the bytes of an
 * operation: the JDK's collections of boxes beside fastutil's of primitives, RoaringBitmap's
 * compressed bitmaps, Guava's Bloom filter and plain arrays.
 *
 * <p>The methods of a class do the same to different structures, on the same data in the same
 * order. Each is a benchmark of its own, so that each fork sees one class of collection alone, and
 * the JIT compiles its calls for that class as it does in a program. Structures are declared by
 * their class and not by an interface for the same reason.
 *
 * <p>Scores of different sizes, or of different classes here, are not there to be ranked: they
 * answer different questions. What the sizes of one method do tell is an order of growth, and a
 * change that turns a logarithm into a line shows there long before it hurts: {@link
 * dev.tenfold.benchmarks.structures.SetLookup} and {@link
 * dev.tenfold.benchmarks.structures.DuplicateSearch} are made of one method an order.
 *
 * <p>The traps, and how the classes here avoid them:
 *
 * <ul>
 *   <li><b>Boxes that come and go.</b> Whether the JIT removes a box is a matter of luck in each
 *       fork. What is looked up is boxed beforehand; what is put in is boxed on the way, ends in
 *       the structure, and so cannot be removed.
 *   <li><b>Structures that drift.</b> Each invocation leaves the size as it was: what is put in
 *       pushes something out.
 *   <li><b>Data that a processor learns.</b> Probes are drawn at random, more of them than a branch
 *       predictor remembers.
 *   <li><b>Averages of averages.</b> Memory and errors are told by two counts each, whose quotient
 *       means the same for an iteration, a fork and a run ({@link
 *       dev.tenfold.benchmarks.structures.Footprint}).
 *   <li><b>Chance of the structure itself.</b> A skip list tosses coins that no seed reaches: its
 *       memory, and its time, differ a little from fork to fork.
 * </ul>
 */
package dev.tenfold.benchmarks.structures;
