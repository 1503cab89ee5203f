package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(30)
class HostProcessTest {
  private static final Duration PLENTY = Duration.ofSeconds(20);

  @TempDir private Path directory;

  private HostProcess.Ending shell(String script, Duration deadline) {
    return HostProcess.run(List.of("sh", "-c", script, "sh", directory.toString()), deadline);
  }

  @Test
  void tellsTheExitCodeAndTheComplaint() {
    assertThat(shell("exit 0", PLENTY).exitCode()).isZero();
    assertThat(shell("echo to the one; echo to the other >&2; exit 3", PLENTY))
        .isEqualTo(new HostProcess.Ending(3, "it ended with exit code 3 after: to the other"));
    assertThat(shell("kill -9 $$", PLENTY).exitCode()).isEqualTo(137);
  }

  @Test
  void aFloodOfOutputDoesNotBlockAndItsEndIsRemembered() {
    assertThat(shell("yes 0123456789 | head -c 10000000; echo; echo the end; exit 7", PLENTY))
        .isEqualTo(new HostProcess.Ending(7, "it ended with exit code 7 after: the end"));
  }

  @Test
  void aHangIsKilledWithAllThatItStarted() throws Exception {
    String script =
        "sh -c 'sleep 300 & echo $! > \"$0/grandchild\"; wait' \"$1\" &"
            + " echo $! > \"$1/child\"; wait";
    HostProcess.Ending ending = shell(script, Duration.ofMillis(1500));
    assertThat(ending.exitCode()).isEqualTo(-1);
    assertThat(ending.reason()).contains("still running after 1 s", "--patience");
    assertGone("child");
    assertGone("grandchild");
  }

  @Test
  void aProcessThatIgnoresTheSignalIsKilledAllTheSame() {
    String script = "trap '' TERM INT HUP; while :; do sleep 1; done";
    assertThat(shell(script, Duration.ofMillis(300)).exitCode()).isEqualTo(-1);
  }

  @Test
  void anInterruptionKillsTheProcess() throws Exception {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread measuring =
        new Thread(
            () -> {
              try {
                shell("echo $$ > \"$1/part\"; mv \"$1/part\" \"$1/child\"; sleep 300", PLENTY);
                thrown.complete(new AssertionError("was not interrupted"));
              } catch (InputException e) {
                thrown.complete(e);
              }
            });
    measuring.start();
    while (!Files.exists(directory.resolve("child"))) {
      Thread.onSpinWait();
    }
    measuring.interrupt();
    assertThat(thrown.get(10, TimeUnit.SECONDS))
        .isInstanceOf(InputException.class)
        .hasMessage("Measuring was interrupted.");
    assertGone("child");
  }

  @Test
  void aCommandThatIsNotThereIsAnErrorOfTheUser() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> HostProcess.run(List.of(directory + "/bin/java"), PLENTY))
        .withMessageContaining(directory + "/bin/java cannot be started")
        .withMessageContaining("--java HOME");
  }

  @Test
  void anOrphanDoesNotHoldUpTheHarness() throws Exception {
    try {
      HostProcess.Ending ending =
          assertTimeoutPreemptively(
              Duration.ofSeconds(10),
              () ->
                  // The last command gives the reader of the pipe time to wait in it.
                  shell("sleep 25 & echo $! > \"$1/orphan\"; sleep 0.3", Duration.ofSeconds(2)));
      assertThat(ending.exitCode()).isZero();
    } finally {
      handle("orphan").ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private Optional<ProcessHandle> handle(String file) throws IOException {
    String pid = Files.readString(directory.resolve(file)).strip();
    return ProcessHandle.of(Long.parseLong(pid));
  }

  private void assertGone(String file) throws Exception {
    Optional<ProcessHandle> process = handle(file);
    if (process.isPresent()) {
      try {
        process.get().onExit().get(5, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        throw new AssertionError(file + " runs on: " + process.get().info(), e);
      }
    }
  }
}
