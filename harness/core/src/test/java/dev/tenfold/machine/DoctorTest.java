package dev.tenfold.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.machine.Doctor.State;
import dev.tenfold.machine.Doctor.Symptom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir private Path root;

  private void tells(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private Map<String, Symptom> examine() {
    Map<String, Symptom> symptoms = new TreeMap<>();
    new Doctor(root.resolve("proc"), root.resolve("sys"))
        .examine()
        .forEach(symptom -> symptoms.put(symptom.what(), symptom));
    // The load and the number of cores are asked of the JVM and are those of this machine.
    symptoms.keySet().removeAll(java.util.Set.of("load", "cores"));
    return symptoms;
  }

  private Symptom of(String what) {
    return examine().get(what);
  }

  private void good() throws IOException {
    tells("proc/pressure/cpu", "some avg10=0.50 avg60=9.00 avg300=9.00 total=1\n");
    tells("proc/stat", "cpu  900 0 50 9000 10 0 5 1 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n");
    tells("proc/vmstat", "nr_free_pages 5\npswpin 0\npswpout 0\n");
    tells("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
    tells("sys/devices/system/cpu/intel_pstate/no_turbo", "1\n");
    tells("sys/fs/cgroup/cpu.stat", "usage_usec 1\nnr_periods 5\nnr_throttled 0\n");
  }

  @Test
  void aQuietMachineIsGoodInEverything() throws IOException {
    good();
    assertThat(examine().values())
        .hasSize(6)
        .allSatisfy(
            symptom -> {
              assertThat(symptom.state()).as("%s", symptom).isEqualTo(State.GOOD);
              assertThat(symptom.mend()).isEmpty();
            });
  }

  @Test
  void aMachineThatTellsNothingIsUnknownAndNeverGood() {
    assertThat(examine().values())
        .hasSize(6)
        .allSatisfy(symptom -> assertThat(symptom.state()).isEqualTo(State.UNKNOWN));
  }

  @Test
  void whatIsBadComesWithWhatToDo() throws IOException {
    tells("proc/pressure/cpu", "some avg10=5.01 avg60=0.00 avg300=0.00 total=1\n");
    tells("proc/stat", "cpu  900 0 50 8900 10 0 5 135 0 0\n");
    tells("proc/vmstat", "pswpin 17\n");
    tells("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
    tells("sys/devices/system/cpu/intel_pstate/no_turbo", "0\n");
    tells("sys/fs/cgroup/cpu.stat", "nr_throttled 10\n");
    assertThat(examine().values())
        .hasSize(6)
        .allSatisfy(
            symptom -> {
              assertThat(symptom.state()).as("%s", symptom).isEqualTo(State.BAD);
              assertThat(symptom.mend()).isNotBlank();
            });
    assertThat(of("stolen time").found()).startsWith("1.35 %");
    assertThat(of("swapping").found()).startsWith("17 pages");
    assertThat(of("frequency governor").found()).isEqualTo("powersave");
  }

  @Test
  void theTurboOfOtherMakersIsKnownToo() throws IOException {
    tells("sys/devices/system/cpu/cpufreq/boost", "1\n");
    assertThat(of("turbo").state()).isEqualTo(State.BAD);
    tells("sys/devices/system/cpu/cpufreq/boost", "0\n");
    assertThat(of("turbo").state()).isEqualTo(State.GOOD);
  }

  @Test
  void anEmptyFileTellsNothing() throws IOException {
    for (String file :
        new String[] {
          "proc/pressure/cpu",
          "proc/stat",
          "proc/vmstat",
          "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor",
          "sys/devices/system/cpu/intel_pstate/no_turbo",
          "sys/fs/cgroup/cpu.stat"
        }) {
      tells(file, "");
    }
    assertThat(examine().values())
        .allSatisfy(symptom -> assertThat(symptom.state()).isEqualTo(State.UNKNOWN));
  }

  @Test
  void speaksTheSameInEveryLocale() throws IOException {
    good();
    Map<String, Symptom> here = examine();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(examine()).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void thisMachineCanBeExamined() {
    assertThat(Doctor.here().examine())
        .extracting(Symptom::what)
        .doesNotHaveDuplicates()
        .hasSize(8);
  }

  @Test
  void countersThatStandStillTellNothing() throws IOException {
    tells("proc/stat", "cpu  0 0 0 0 0 0 0 0 0 0\n");
    assertThat(of("stolen time").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void whatIsNotAsExpectedTellsNothing() throws IOException {
    tells("proc/stat", "cpu  1 2 3\n");
    tells("proc/pressure/cpu", "some avg10=much\n");
    tells("proc/vmstat", "pswpin many\n");
    assertThat(examine().values())
        .allSatisfy(symptom -> assertThat(symptom.state()).isEqualTo(State.UNKNOWN));
  }
}
