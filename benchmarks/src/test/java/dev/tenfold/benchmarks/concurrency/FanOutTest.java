package dev.tenfold.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FanOutTest {
  @Test
  void everyWayCombinesTheSameAnswers() throws Exception {
    FanOut benchmark = new FanOut();
    benchmark.open();
    try {
      assertThat(benchmark.oneByOne()).isEqualTo(725);
      assertThat(benchmark.futures()).isEqualTo(725);
      assertThat(benchmark.completableFutures()).isEqualTo(725);
      assertThat(benchmark.nonBlocking()).isEqualTo(725);
    } finally {
      benchmark.close();
    }
  }

  @Test
  void noAnswerComesBeforeItsTime() {
    RemoteCall call = new RemoteCall(3, 2000);
    long begin = System.nanoTime();
    assertThat(call.call()).isEqualTo(3);
    long parked = System.nanoTime();
    assertThat(call.future().join()).isEqualTo(3);
    long calledBack = System.nanoTime();
    assertThat(parked - begin).isGreaterThanOrEqualTo(TimeUnit.MICROSECONDS.toNanos(2000));
    assertThat(calledBack - parked).isGreaterThanOrEqualTo(TimeUnit.MICROSECONDS.toNanos(2000));
  }

  /** A thread may come back from a park at any time; an interrupt makes it do so. */
  @Test
  void anInterruptDoesNotBringTheAnswerForward() {
    long begin = System.nanoTime();
    Thread.currentThread().interrupt();
    long answer = new RemoteCall(3, 2000).call();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isEqualTo(3);
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(2_000_000);
  }
}
