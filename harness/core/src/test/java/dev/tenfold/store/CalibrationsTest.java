package dev.tenfold.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.run.Runs;
import dev.tenfold.store.Calibrations.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationsTest {
  private static final String JSON =
      """
      {"at": "2026-11-22T17:00:00Z", "smallestVisible": {"middle": %s},
       "slowdowns": [{"slowdown": 0.0, "alarms": {"count": 21, "of": 1000}}]}
      """;

  @TempDir private Path directory;
  private Calibrations calibrations;

  @BeforeEach
  void open() {
    calibrations = new Calibrations(new Home(directory));
  }

  @Test
  void whatWasKeptIsFoundByMachineAndSuite() {
    Path file = calibrations.keep(Runs.MACHINE, "quick", JSON.formatted("0.031"));
    assertThat(file)
        .isEqualTo(directory.resolve("calibrations/" + Runs.MACHINE.id() + "/quick.json"));
    assertThat(calibrations.of(Runs.MACHINE, "quick"))
        .contains(
            new Kept(
                Instant.parse("2026-11-22T17:00:00Z"), OptionalDouble.of(0.031), 21, 1000, ""));
    assertThat(calibrations.of(Runs.MACHINE, "other")).isEmpty();
  }

  @Test
  void aBlindMachineIsKeptAsOne() {
    calibrations.keep(Runs.MACHINE, "quick", JSON.formatted("null"));
    assertThat(calibrations.of(Runs.MACHINE, "quick").orElseThrow().smallestVisible()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNotCited() throws IOException {
    Path file = calibrations.keep(Runs.MACHINE, "quick", JSON.formatted("0.031"));
    for (String damaged :
        new String[] {"", "{", "[]", "{\"at\": 3}", JSON.formatted("1").replace("2026-", "")}) {
      Files.writeString(file, damaged);
      assertThat(calibrations.of(Runs.MACHINE, "quick")).as(damaged).isEmpty();
    }
  }

  @Test
  void lookingForOneMakesNothing() {
    assertThat(calibrations.of(Runs.MACHINE, "quick")).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }
}
