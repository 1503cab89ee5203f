package dev.tenfold.run;

import java.util.List;

/**
 * How a benchmark was measured, in JMH's words. Two results measured in different ways answer
 * different questions.
 *
 * @param warmupIterations before the measured ones
 * @param warmupTime of a warm-up iteration, as JMH writes it: {@code 10 s}, {@code 100 ms}, {@code
 *     single-shot}
 * @param warmupBatchSize operations in a warm-up invocation
 * @param iterations that were measured in each fork
 * @param iterationTime of a measured iteration
 * @param batchSize operations in a measured invocation
 * @param jvmArgs of the measured JVM
 */
public record Settings(
    int warmupIterations,
    String warmupTime,
    int warmupBatchSize,
    int iterations,
    String iterationTime,
    int batchSize,
    List<String> jvmArgs) {
  public Settings {
    jvmArgs = List.copyOf(jvmArgs);
  }
}
