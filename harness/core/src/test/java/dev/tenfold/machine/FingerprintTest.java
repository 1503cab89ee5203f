package dev.tenfold.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.run.InputException;
import dev.tenfold.run.Machine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @Test
  void thisMachineHasAFingerprintThatStays() {
    Path home = Path.of(System.getProperty("java.home"));
    Machine machine = Fingerprint.of(home);
    assertThat(machine.cores()).isPositive();
    assertThat(machine.memoryGib()).isPositive();
    assertThat(machine.os()).matches("[a-z0-9 ]+-[a-z0-9_]+");
    assertThat(machine.javaMajor()).isEqualTo(Runtime.version().feature());
    assertThat(machine.jvm())
        .isEqualTo(
            System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
    assertThat(machine.collector()).isIn("Serial", "Parallel", "G1", "Z", "Shenandoah");
    assertThat(machine.objectLayout()).contains("align 8");
    assertThat(machine.id()).contains("jdk" + Runtime.version().feature());
    assertThat(Fingerprint.of(home)).isEqualTo(machine);
  }

  @Test
  void aJvmThatIsNotThereIsAnErrorOfTheUser(@TempDir Path empty) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Fingerprint.of(empty))
        .withMessageContaining(empty.resolve("bin/java") + " cannot be started")
        .withMessageContaining("--java HOME");
  }
}
