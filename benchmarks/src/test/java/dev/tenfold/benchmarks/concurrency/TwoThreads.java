package dev.tenfold.benchmarks.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.openjdk.jmh.infra.ThreadParams;

/** Does a task in two threads that begin together, and gives each what JMH would give it. */
final class TwoThreads {
  private static final int COUNT = 2;
  private static final long DEADLINE_SECONDS = 60;

  private TwoThreads() {}

  /**
   * What the tasks of both threads return, in the order of the threads.
   *
   * @param task is given the number of its thread, 0 or 1
   */
  static <T> List<T> results(IntFunction<T> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(COUNT, TwoThreads::daemon);
    CountDownLatch begun = new CountDownLatch(COUNT);
    try {
      List<Future<T>> pending = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        int thread = i;
        pending.add(
            threads.submit(
                () -> {
                  begun.countDown();
                  begun.await();
                  return task.apply(thread);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : pending) {
        results.add(result.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  static ThreadParams params(int thread) {
    return new ThreadParams(thread, COUNT, 0, 1, 0, 1, thread, COUNT, 0, 1);
  }

  static Cursor cursor(int thread) {
    Cursor cursor = new Cursor();
    cursor.start(params(thread));
    return cursor;
  }

  /** A thread that spins for ever because of a fault must not keep the tests from ending. */
  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }
}
