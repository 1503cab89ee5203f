package dev.tenfold.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskBatchTest {
  @ParameterizedTest
  @EnumSource
  void allExecutorsReturnTheSameResults(Workers executor) throws Exception {
    assumeTrue(
        executor != Workers.VIRTUAL || Runtime.version().feature() >= 21,
        "This JVM has no virtual threads.");
    TaskBatch benchmark = new TaskBatch();
    benchmark.executor = executor;
    benchmark.open();
    try {
      assertThat(benchmark.computing())
          .isEqualTo(LongStream.rangeClosed(1, 32).map(TaskBatch::compute).sum());
      assertThat(benchmark.blocking()).isEqualTo(32 * 33 / 2);
    } finally {
      benchmark.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"FIXED_1, 1", "FIXED_2, 2", "FIXED_4, 4", "FIXED_8, 8"})
  void aFixedPoolHasAsManyThreadsAsItsNameSays(Workers executor, int threads) {
    ExecutorService pool = executor.start();
    try {
      assertThat(((ThreadPoolExecutor) pool).getMaximumPoolSize()).isEqualTo(threads);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void aJvmWithoutVirtualThreadsSaysWhatToDo() {
    TaskBatch benchmark = new TaskBatch();
    benchmark.executor = Workers.VIRTUAL;
    assertThatIllegalStateException()
        .isThrownBy(benchmark::open)
        .withMessageStartingWith("Virtual threads need Java 21 or later, and this is Java ")
        .withMessageContaining("leave out what has executor=VIRTUAL");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aVirtualThreadDoesEachTask() throws Exception {
    ExecutorService executor = Workers.VIRTUAL.start();
    try {
      assertThat(executor.submit(() -> Thread.currentThread().toString()).get())
          .startsWith("VirtualThread");
    } finally {
      executor.shutdownNow();
    }
  }
}
