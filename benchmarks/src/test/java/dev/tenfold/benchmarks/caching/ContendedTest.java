package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.ThreadParams;

class ContendedTest {
  private static final int THREADS = Contended.class.getAnnotation(Threads.class).value();

  @ParameterizedTest
  @EnumSource
  void everyPolicyAnswersBothThreadsRight(Policy policy) throws Exception {
    Contended benchmark = new Contended();
    benchmark.policy = policy;
    benchmark.open();
    Trace trace = Trace.of(Traffic.SKEWED);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Hits>> counts = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int from = thread * Trace.LENGTH / THREADS;
        Cursor cursor = cursor(thread);
        counts.add(threads.submit(() -> Rounds.round(trace, from, cursor, benchmark::access)));
      }
      long hits = 0;
      long misses = 0;
      for (Future<Hits> count : counts) {
        hits += count.get().hits;
        misses += count.get().misses;
      }
      assertThat(hits + misses).as("the reads").isEqualTo(THREADS * readsOfOneRound(trace));
      assertThat(misses).isPositive().isLessThan(hits);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theThreadsAreFarApartInTheTrace() {
    assertThat(cursor(1).next() - cursor(0).next()).isEqualTo(Trace.LENGTH / 2);
  }

  private static long readsOfOneRound(Trace trace) {
    Map<Integer, Integer> cache = new HashMap<>();
    Hits count = Rounds.round(trace, 0, new Cursor(), (c, h) -> trace.access(cache, c.next(), h));
    return count.hits + count.misses;
  }

  private static Cursor cursor(int thread) {
    Cursor cursor = new Cursor();
    cursor.start(new ThreadParams(thread, THREADS, 0, 1, 0, 1, thread, THREADS, 0, 1));
    return cursor;
  }
}
