package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.ThreadParams;

@Timeout(60)
class StampedeTest {
  private static final int THREADS = Stampede.class.getAnnotation(Threads.class).value();
  private static final int ROUNDS = 100;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private final List<Thread> threads = new ArrayList<>();

  private enum Way {
    GET_THEN_PUT(Stampede::getThenPut),
    COMPUTE_IF_ABSENT(Stampede::computeIfAbsent),
    GET_THEN_COMPUTE_IF_ABSENT(Stampede::getThenComputeIfAbsent),
    LOADING_CACHE(Stampede::loadingCache);

    private final BiFunction<Stampede, Stampede.Reader, Integer> read;

    Way(BiFunction<Stampede, Stampede.Reader, Integer> read) {
      this.read = read;
    }
  }

  @Test
  void withoutSingleFlightEveryThreadLoads() throws Exception {
    CyclicBarrier loading = new CyclicBarrier(THREADS);
    Stampede benchmark =
        new Stampede() {
          @Override
          Integer load(Integer key) {
            await(loading);
            return super.load(key);
          }
        };
    assertEveryThreadReadsTheValue(benchmark, Way.GET_THEN_PUT);
    assertThat(benchmark.loads).hasValue(THREADS);
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "GET_THEN_PUT")
  void withSingleFlightOneThreadLoadsAndTheOthersWait(Way way) throws Exception {
    Stampede benchmark =
        new Stampede() {
          @Override
          Integer load(Integer key) {
            awaitThatTheOthersWait();
            return super.load(key);
          }
        };
    assertEveryThreadReadsTheValue(benchmark, way);
    assertThat(benchmark.loads).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void everyInvalidationIsFollowedByALoad(Way way) throws Exception {
    Stampede benchmark = new Stampede();
    benchmark.price = 1000;
    benchmark.open();
    List<Stampede.Reader> readers =
        onEveryThread(
            thread -> {
              Stampede.Reader reader = new Stampede.Reader();
              reader.start(
                  benchmark, new ThreadParams(thread, THREADS, 0, 1, 0, 1, thread, THREADS, 0, 1));
              for (int read = 0; read < ROUNDS * benchmark.price; read++) {
                way.read.apply(benchmark, reader);
              }
              return reader;
            });
    long invalidations = readers.stream().mapToLong(reader -> reader.invalidations).sum();
    assertThat(invalidations).isBetween((long) ROUNDS, (long) ROUNDS * THREADS);
    // One load comes before the first invalidation; those since the last are not yet fetched.
    long loads = readers.stream().mapToLong(reader -> reader.loads).sum() + benchmark.loads.get();
    if (way == Way.GET_THEN_PUT) {
      assertThat(loads).isGreaterThan(invalidations);
    } else {
      assertThat(loads).isEqualTo(invalidations + 1);
    }
  }

  private void assertEveryThreadReadsTheValue(Stampede benchmark, Way way) throws Exception {
    benchmark.open();
    assertThat(onEveryThread(thread -> way.read.apply(benchmark, new Stampede.Reader())))
        .hasSize(THREADS)
        .containsOnly(Stampede.KEY);
  }

  private <T> List<T> onEveryThread(IntFunction<T> work) throws Exception {
    List<FutureTask<T>> tasks = new ArrayList<>();
    for (int index = 0; index < THREADS; index++) {
      int thread = index;
      tasks.add(new FutureTask<>(() -> work.apply(thread)));
      threads.add(new Thread(tasks.get(index)));
    }
    for (Thread thread : threads) {
      thread.setDaemon(true);
      thread.start();
    }
    List<T> results = new ArrayList<>();
    for (FutureTask<T> task : tasks) {
      results.add(task.get());
    }
    return results;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(PATIENCE, TimeUnit.NANOSECONDS);
    } catch (Exception e) {
      throw new AssertionError("Not every thread came to load the value.", e);
    }
  }

  private void awaitThatTheOthersWait() {
    long start = System.nanoTime();
    while (threads.stream().anyMatch(thread -> thread != Thread.currentThread() && runs(thread))) {
      assertThat(System.nanoTime() - start).as("nanoseconds of waiting").isLessThan(PATIENCE);
      Thread.onSpinWait();
    }
  }

  private static boolean runs(Thread thread) {
    return thread.getState() == Thread.State.NEW || thread.getState() == Thread.State.RUNNABLE;
  }
}
