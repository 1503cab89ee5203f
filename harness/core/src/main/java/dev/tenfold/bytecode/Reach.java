package dev.tenfold.bytecode;

import java.util.Set;
import java.util.SortedMap;

/**
 * What of a jar one benchmark can reach.
 *
 * @param classes by the names of their files, the hashes of what can be reached of them
 * @param leftOut methods that cannot be reached, of classes that can: {@code a/B.method}
 * @param power of the code that is reached; beyond {@link Power#FINDS_METHODS} the benchmark
 *     reaches more than {@code classes}
 * @param because who has that power, and how the benchmark comes to it; a sentence for people
 */
record Reach(SortedMap<String, String> classes, Set<String> leftOut, Power power, String because) {

  /** The same of a benchmark that may read the jar's files besides. */
  Reach reading(String why) {
    return new Reach(classes, leftOut, Power.READS_JAR, why);
  }
}
