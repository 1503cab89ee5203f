package dev.tenfold.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.store.Calibrations.Kept;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CalibratedTest {
  private static final Instant AT = Instant.parse("2026-11-22T23:59:59Z");

  @Test
  void theDayTheSightAndTheAlarmsAreCited() {
    assertThat(Calibrated.note(new Kept(AT, OptionalDouble.of(0.0314), 21, 1000, "")))
        .isEqualTo(
            "On this machine, calibrated 2026-11-22: smallest visible change 3.1 % in the middle"
                + " benchmark, false alarms in 21 of 1000 simulated suites.");
  }

  @Test
  void aMachineThatSeesNothingIsCalledSo() {
    assertThat(Calibrated.note(new Kept(AT, OptionalDouble.empty(), 0, 10, "")))
        .contains("no change is surely visible in the middle benchmark, false alarms in 0 of 10");
  }
}
