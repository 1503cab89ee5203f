package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class MachineLockTest {
  private static final String DIRECTORY = "java.io.tmpdir";

  private final String before = System.getProperty(DIRECTORY);
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @TempDir private Path directory;

  @BeforeEach
  void anEmptyMachine() {
    System.setProperty(DIRECTORY, directory.toString());
  }

  @AfterEach
  void theMachineAsItWas() {
    System.setProperty(DIRECTORY, before);
  }

  @Test
  void theFirstDoesNotWait() {
    List<String> waited = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      MachineLock.acquire(waited::add).close();
    }
    assertThat(waited).isEmpty();
  }

  @Test
  void theSecondWaitsAndIsToldOnceForWhom() throws Exception {
    MachineLock first = MachineLock.acquire(told::add);
    CompletableFuture<MachineLock> second =
        CompletableFuture.supplyAsync(() -> MachineLock.acquire(told::add));
    assertThat(told.poll(10, TimeUnit.SECONDS))
        .contains("another Tenfold", "process " + ProcessHandle.current().pid());
    assertThat(second).isNotDone();
    first.close();
    second.get(10, TimeUnit.SECONDS).close();
    assertThat(told).isEmpty();
  }

  @Test
  void aJmhStartedByHandIsWaitedFor() throws Exception {
    CompletableFuture<MachineLock> waiting;
    try (FileChannel jmh =
        FileChannel.open(
            directory.resolve("jmh.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(jmh.tryLock()).isNotNull();
      waiting = CompletableFuture.supplyAsync(() -> MachineLock.acquire(told::add));
      assertThat(told.poll(10, TimeUnit.SECONDS)).contains("a JMH run outside Tenfold");
      assertThat(waiting).isNotDone();
    }
    waiting.get(10, TimeUnit.SECONDS).close();
  }

  @Test
  void aJmhStartedByHandFindsItsOwnLockTaken() throws IOException {
    try (MachineLock lock = MachineLock.acquire(told::add);
        FileChannel jmh =
            FileChannel.open(directory.resolve("jmh.lock"), StandardOpenOption.WRITE)) {
      assertThat(lock).isNotNull();
      assertThatExceptionOfType(java.nio.channels.OverlappingFileLockException.class)
          .isThrownBy(jmh::tryLock);
    }
  }

  @Test
  void aDirectoryThatIsNotThereIsAnErrorOfTheUser() {
    System.setProperty(DIRECTORY, directory.resolve("none").toString());
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> MachineLock.acquire(told::add))
        .withMessageContaining(directory.resolve("none").toString())
        .withMessageContaining("-Djava.io.tmpdir=DIRECTORY");
  }

  @Test
  void aListenerThatThrowsDoesNotKeepTheLock() throws Exception {
    try (FileChannel jmh =
        FileChannel.open(
            directory.resolve("jmh.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(jmh.tryLock()).isNotNull();
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  MachineLock.acquire(
                      reason -> {
                        throw new IllegalStateException(reason);
                      }));
    }
    CompletableFuture.supplyAsync(() -> MachineLock.acquire(told::add))
        .get(3, TimeUnit.SECONDS)
        .close();
  }
}
