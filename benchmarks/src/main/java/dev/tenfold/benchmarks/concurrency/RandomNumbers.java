package dev.tenfold.benchmarks.concurrency;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * What does a random number cost when two threads draw at once, from one generator or from one
 * each?
 *
 * <p>The score is one number drawn by one thread. A shared {@link Random} is right under threads:
 * no number is given twice, because its state is exchanged atomically and tried again if another
 * thread was first. That is what it costs. {@code ownRandom} is the same algorithm without company,
 * and can be seeded; {@link ThreadLocalRandom} is another one, which cannot. The two of {@code
 * ownRandom} were allocated by their threads and lie apart; in a program a collection may put them
 * side by side, into one cache line, where the state of a {@code ThreadLocalRandom} is padded.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.RandomNumbers.*'
 * </pre>
 */
@State(Scope.Benchmark)
@Threads(2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class RandomNumbers {
  static final long SEED = 50;

  private final Random shared = new Random(SEED);

  @State(Scope.Thread)
  public static class Own {
    private Random random;

    @Setup
    public void seed(ThreadParams thread) {
      random = new Random(SEED + thread.getThreadIndex());
    }
  }

  @Benchmark
  public int sharedRandom() {
    return shared.nextInt();
  }

  @Benchmark
  public int ownRandom(Own own) {
    return own.random.nextInt();
  }

  @Benchmark
  public int threadLocalRandom() {
    return ThreadLocalRandom.current().nextInt();
  }
}
