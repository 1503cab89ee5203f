package dev.tenfold.benchmarks.concurrency;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Who does the tasks that are submitted. */
public enum Workers {
  FIXED_1(() -> Executors.newFixedThreadPool(1)),
  FIXED_2(() -> Executors.newFixedThreadPool(2)),
  FIXED_4(() -> Executors.newFixedThreadPool(4)),
  FIXED_8(() -> Executors.newFixedThreadPool(8)),

  /** A fork-join pool with as many threads as there are processors. */
  WORK_STEALING(Executors::newWorkStealingPool),

  /** A virtual thread for each task: from Java 21 on. */
  VIRTUAL(Workers::virtualThreads);

  private final Supplier<ExecutorService> starter;

  Workers(Supplier<ExecutorService> starter) {
    this.starter = starter;
  }

  /**
   * Workers without a task; to be shut down.
   *
   * @throws IllegalStateException if this JVM has no such workers
   */
  ExecutorService start() {
    return starter.get();
  }

  /** By a handle, because this is compiled for Java 17, which has no such method. */
  private static ExecutorService virtualThreads() {
    try {
      MethodHandle starter =
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
      return (ExecutorService) starter.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException(
          "Virtual threads need Java 21 or later, and this is Java "
              + Runtime.version().feature()
              + ": measure with a newer JVM, or leave out what has executor=VIRTUAL.",
          e);
    }
  }
}
