package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.run.Glob;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that a shell plays, because what they are written in does not matter. */
class RunningServiceTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path directory;

  private RunningService started(String script, Duration patience) {
    Service service = new Service(List.of(new Glob("*")), "a.Server", List.of("A_URL", "B_URL"));
    return RunningService.start(
        service, Path.of("benchmarks.jar"), List.of("sh", "-c", script), patience);
  }

  @Test
  void isThereWhenItHasSaidAllThatItProvides() {
    try (RunningService service =
        started("echo starting; echo A_URL=x=1; echo noise >&2; echo B_URL=; cat", LONG)) {
      assertThat(service.provided()).isEqualTo(Map.of("A_URL", "x=1", "B_URL", ""));
    }
  }

  @Test
  void endsWhenItsInputDoes() throws IOException {
    Path ended = directory.resolve("ended");
    started("echo A_URL=1; echo B_URL=2; cat; touch '" + ended + "'", LONG).close();
    assertThat(ended).exists();
  }

  @Test
  void oneThatEndsEarlyIsAnErrorWithWhatItSaid() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> started("echo A_URL=1; echo no disk left", LONG))
        .withMessageContaining("The service a.Server of ")
        .withMessageContaining("ended before it provided all of it")
        .withMessageContaining("Set A_URL to use a server of your own")
        .withMessageContaining("no disk left");
  }

  @Test
  void oneThatDoesNotComeUpIsGivenUpAndKilled() throws Exception {
    Path pid = directory.resolve("pid");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                started(
                    "echo $$ > '" + pid + "'; echo A_URL=1; cat > /dev/null",
                    Duration.ofSeconds(2)))
        .withMessageContaining("did not provide all of it within 2 s");
    long number = Long.parseLong(Files.readString(pid).strip());
    assertThat(ProcessHandle.of(number).filter(ProcessHandle::isAlive)).isEmpty();
  }
}
