package dev.tenfold.probe;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Collections;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds the processor time of the whole measured JVM per operation, {@code cpu.time.norm} in ns/op.
 *
 * <p>All its threads count, the collector's and the compiler's too. Held against the wall-clock
 * score it tells whether an iteration had the processor for itself.
 */
public final class CpuTimeProfiler implements InternalProfiler {
  private final com.sun.management.OperatingSystemMXBean system =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long before;

  public CpuTimeProfiler() {
    Lifeline.hold();
  }

  @Override
  public String getDescription() {
    return "Processor time per operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = system.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long used = system.getProcessCpuTime() - before;
    long operations = result.getMetadata().getAllOps();
    if (before < 0 || operations == 0) {
      return Collections.emptyList();
    }
    double nanos = (double) used / operations;
    return Collections.singleton(
        new ScalarResult("cpu.time.norm", nanos, "ns/op", AggregationPolicy.AVG));
  }
}
