package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GroupLogTest {
  private static final byte[] RECORD = {1, 2};

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final AtomicInteger forces = new AtomicInteger();
  private final CountDownLatch firstForceMayEnd = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void aThreadAloneForcesEachRecordItself() throws IOException {
    GroupLog log = new GroupLog(file, forces::incrementAndGet);
    for (int i = 1; i <= 5; i++) {
      assertThat(log.append(RECORD)).isTrue();
      assertThat(forces).hasValue(i);
      assertThat(file.size()).isEqualTo(i * RECORD.length);
    }
  }

  @Test
  void thoseWhoComeDuringAForceShareTheNextAndNotThatOne() throws Exception {
    GroupLog log = new GroupLog(file, this::force);
    List<Future<Boolean>> appends = new ArrayList<>();
    for (int thread = 1; thread <= 4; thread++) {
      appends.add(threads.submit(() -> log.append(RECORD)));
      awaitWritten(thread);
    }
    await(() -> forces.get() == 1);
    assertThat(appends).noneMatch(Future::isDone);

    firstForceMayEnd.countDown();
    int leaders = 0;
    for (Future<Boolean> append : appends) {
      leaders += append.get() ? 1 : 0;
    }
    assertThat(appends.get(0).get()).isTrue();
    assertThat(forces).hasValue(2);
    assertThat(leaders).isEqualTo(2);
  }

  @Test
  void aForceThatFailsMakesNothingDurableAndStopsNobody() throws Exception {
    GroupLog log =
        new GroupLog(
            file,
            () -> {
              force();
              if (forces.get() == 1) {
                throw new IOException("the disk is full");
              }
            });
    Future<Boolean> first = threads.submit(() -> log.append(RECORD));
    awaitWritten(1);
    Future<Boolean> second = threads.submit(() -> log.append(RECORD));
    awaitWritten(2);
    firstForceMayEnd.countDown();
    assertThatThrownBy(first::get).hasRootCauseMessage("the disk is full");
    assertThat(second.get()).isTrue();
    assertThat(forces).hasValue(2);
  }

  private void force() throws IOException {
    forces.incrementAndGet();
    try {
      firstForceMayEnd.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void awaitWritten(int records) {
    await(() -> file.size() == records * RECORD.length);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(deadline - System.nanoTime()).as("nanoseconds left to wait").isPositive();
      Thread.onSpinWait();
    }
  }
}
