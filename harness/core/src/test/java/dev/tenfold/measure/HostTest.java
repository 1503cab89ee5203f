package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tenfold.measure.Host.Ending;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The harness's end of a host; at the other end are scripts that do what a host may do. */
@Tag("slow")
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(30)
class HostTest {
  private static final Duration PLENTY = Duration.ofSeconds(20);

  @TempDir private Path directory;

  private Host host = new Host(List.of("true"));

  @AfterEach
  void close() {
    host.kill();
  }

  /** Serves each request with a piece of a script, in which $word and $request are known. */
  private void serves(String script) {
    runs("echo $$ >> \"$1/pids\"; while read -r word request; do " + script + "; done");
  }

  private void runs(String script) {
    host = new Host(List.of("sh", "-c", script, "sh", directory.toString()));
  }

  private Ending ask(String... fields) {
    return host.ask(List.of(fields), PLENTY);
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(directory.resolve(file));
  }

  @Test
  void tellsWhetherARequestWasServedAndWhyItWasNot() {
    serves("echo first; echo \"last of $request\" >&2; echo; echo \"$word ${request#f}\"");
    assertThat(ask("f0").exitCode()).isZero();
    assertThat(ask("f1")).isEqualTo(new Ending(1, "it ended with exit code 1 after: last of f1"));
  }

  @Test
  void aComplaintIsOfTheLastRequestAlone() {
    serves("[ $request = one ] && echo 'No benchmarks to run'; echo \"$word 1\"");
    assertThat(ask("one").reason()).contains("found no benchmark");
    assertThat(ask("two").reason()).isEqualTo("it said nothing and ended with exit code 1");
  }

  @Test
  void oneProcessServesAllRequests() throws IOException {
    serves("echo \"$word 0\"");
    for (int i = 0; i < 20; i++) {
      assertThat(ask("again").exitCode()).isZero();
    }
    assertThat(lines("pids")).hasSize(1);
  }

  @Test
  void everyFieldArrivesAsItWasPut() throws IOException {
    serves("echo \"$request\" >> \"$1/requests\"; echo \"$word 0\"");
    List<String> fields = List.of("fork", "two words", "", "a\nb", "--", "gr\u00f6\u00dfe", "%20+");
    host.ask(fields, PLENTY);
    assertThat(lines("requests")).hasSize(1);
    assertThat(
            Arrays.stream(lines("requests").get(0).split(" ", -1))
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8)))
        .containsExactlyElementsOf(fields);
  }

  @Test
  void anAnswerIsNotLookedForInWhatABenchmarkPrints() {
    serves("echo \"x$word 1\"; echo '0123456789abcdef 1'; echo \"$word 0\"");
    assertThat(ask("fork").exitCode()).isZero();
  }

  @Test
  void aFloodOfOutputDoesNotBlockAndItsEndIsRemembered() {
    serves("yes 0123456789 | head -c 10000000; echo; echo the end; echo \"$word 1\"");
    assertThat(ask("fork")).isEqualTo(new Ending(1, "it ended with exit code 1 after: the end"));
  }

  @Test
  void aLineWithoutAnEndDoesNotFillTheMemoryOrHideTheAnswer() {
    serves("head -c 5000000 /dev/zero | tr '\\0' x; echo; echo \"$word 0\"");
    assertThat(ask("fork").exitCode()).isZero();
  }

  @Test
  void aHostThatDiesIsToldOfAndStartedAgain() throws IOException {
    serves("[ $request = die ] && { echo going; exit 7; }; echo \"$word 0\"");
    assertThat(ask("live").exitCode()).isZero();
    assertThat(ask("die")).isEqualTo(new Ending(7, "it ended with exit code 7 after: going"));
    assertThat(ask("live").exitCode()).isZero();
    assertThat(lines("pids")).hasSize(2);
  }

  @Test
  void aHostThatEndsWithZeroAndNoAnswerHasFailed() {
    serves("exit 0");
    assertThat(ask("fork").exitCode()).isNotZero();
  }

  @Test
  void aHangIsKilledWithAllThatItStartedAndTheNextRequestIsServed() throws Exception {
    serves(
        "[ $request = live ] && { echo \"$word 0\"; continue; };"
            + " sh -c 'sleep 300 & echo $! > \"$0/grandchild\"; wait' \"$1\" &"
            + " echo $! > \"$1/child\"; wait");
    Ending ending = host.ask(List.of("hang"), Duration.ofMillis(1500));
    assertThat(ending.exitCode()).isEqualTo(-1);
    assertThat(ending.reason()).contains("still running after 1 s", "--patience");
    assertGone("child");
    assertGone("grandchild");
    assertThat(ask("live").exitCode()).isZero();
  }

  @Test
  void aProcessThatIgnoresTheSignalIsKilledAllTheSame() throws Exception {
    runs("trap '' TERM INT HUP; echo $$ > \"$1/child\"; while :; do sleep 1; done");
    assertThat(host.ask(List.of("fork"), Duration.ofMillis(500)).exitCode()).isEqualTo(-1);
    assertGone("child");
  }

  @Test
  void anInterruptionKillsTheProcess() throws Exception {
    serves("echo $$ > \"$1/part\"; mv \"$1/part\" \"$1/child\"; sleep 300");
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread measuring =
        new Thread(
            () -> {
              try {
                ask("fork");
                thrown.complete(new AssertionError("was not interrupted"));
              } catch (InputException e) {
                thrown.complete(e);
              }
            });
    measuring.start();
    soonExists("child");
    measuring.interrupt();
    assertThat(thrown.get(10, TimeUnit.SECONDS))
        .isInstanceOf(InputException.class)
        .hasMessage("Measuring was interrupted.");
    assertGone("child");
  }

  @Test
  void whoKillsItFromElsewhereEndsTheRequest() throws Exception {
    serves("echo $$ > \"$1/part\"; mv \"$1/part\" \"$1/child\"; sleep 300");
    CompletableFuture<Ending> ending = CompletableFuture.supplyAsync(() -> ask("fork"));
    soonExists("child");
    host.kill();
    assertThat(ending.get(10, TimeUnit.SECONDS).exitCode()).isNotZero();
  }

  @Test
  void aCommandThatIsNotThereIsAnErrorOfTheUser() {
    host = new Host(List.of(directory + "/bin/java"));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> ask("fork"))
        .withMessageContaining(directory + "/bin/java cannot be started")
        .withMessageContaining("--java HOME");
  }

  @Test
  void anOrphanThatHoldsThePipeDoesNotHoldUpTheHarness() throws Exception {
    serves("sleep 25 & echo $! > \"$1/orphan\"; exit 3");
    try {
      Ending ending = assertTimeoutPreemptively(Duration.ofSeconds(15), () -> ask("fork"));
      assertThat(ending.exitCode()).isEqualTo(3);
    } finally {
      handle("orphan").ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void closingLetsItEndByItself() throws IOException {
    runs(
        "while read -r word request; do echo \"$word 0\"; done; echo tidied > \"$1/farewell\"; exit");
    ask("fork");
    host.close();
    assertThat(lines("farewell")).containsExactly("tidied");
  }

  @Test
  void closingOneThatWasNeverStartedStartsNone() {
    runs("echo $$ >> \"$1/pids\"");
    host.close();
    assertThat(directory.resolve("pids")).doesNotExist();
  }

  private void soonExists(String file) {
    while (!Files.exists(directory.resolve(file))) {
      Thread.onSpinWait();
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
