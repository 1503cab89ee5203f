package dev.tenfold.benchmarks.concurrency;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How much sooner is a request answered that asks three services at once instead of one after the
 * other, and does it matter how that is written?
 *
 * <p>The score is one request: the calls, of 300, 500 and 400 us, and the combining of their
 * answers. One after the other they take the sum, at once the longest; what is above 500 us is the
 * price of the way. In {@code futures} and {@code completableFutures} a thread of a pool waits for
 * each call, in {@code nonBlocking} none does. There is one request at a time, and threads enough
 * for it: that threads which wait are missing elsewhere is what {@link TaskBatch#blocking()} shows.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.FanOut.*'
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class FanOut {
  private static final RemoteCall PRICE = new RemoteCall(7, 300);
  private static final RemoteCall STOCK = new RemoteCall(2, 500);
  private static final RemoteCall RATING = new RemoteCall(5, 400);

  private ExecutorService pool;

  @Setup
  public void open() {
    pool = Executors.newFixedThreadPool(3);
  }

  @TearDown
  public void close() {
    pool.shutdownNow();
  }

  @Benchmark
  public long oneByOne() {
    return combined(PRICE.call(), STOCK.call(), RATING.call());
  }

  @Benchmark
  public long futures() throws InterruptedException, ExecutionException {
    List<Future<Long>> answers = pool.invokeAll(List.of(PRICE, STOCK, RATING));
    return combined(answers.get(0).get(), answers.get(1).get(), answers.get(2).get());
  }

  @Benchmark
  public long completableFutures() {
    return joined(
        CompletableFuture.supplyAsync(PRICE::call, pool),
        CompletableFuture.supplyAsync(STOCK::call, pool),
        CompletableFuture.supplyAsync(RATING::call, pool));
  }

  @Benchmark
  public long nonBlocking() {
    return joined(PRICE.future(), STOCK.future(), RATING.future());
  }

  private static long joined(
      CompletableFuture<Long> price,
      CompletableFuture<Long> stock,
      CompletableFuture<Long> rating) {
    return CompletableFuture.allOf(price, stock, rating)
        .thenApply(all -> combined(price.join(), stock.join(), rating.join()))
        .join();
  }

  /** A digit for each answer, so that none can stand for another. */
  private static long combined(long price, long stock, long rating) {
    return 100 * price + 10 * stock + rating;
  }
}
