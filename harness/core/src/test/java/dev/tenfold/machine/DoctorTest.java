package dev.tenfold.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.machine.Symptom.State;
import dev.tenfold.run.Conditions;
import dev.tenfold.run.Conditions.Processor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest {
  private static final int CHECKS = 18;
  private static final String CPUS = "sys/devices/system/cpu/";
  private static final String CLOCK = "sys/devices/system/clocksource/clocksource0/";
  private static final Conditions QUIET = now(0.01, 0, 0.01, 0.2);
  private static final Conditions UNKNOWN =
      new Conditions(
          Duration.ofSeconds(1),
          Processor.UNKNOWN,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalLong.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty());

  @TempDir private Path root;
  private FakeKernel kernel;

  private static Conditions now(double foreign, double stolen, double waited, double load) {
    return new Conditions(
        Duration.ofSeconds(1),
        new Processor(OptionalDouble.of(0), OptionalDouble.of(foreign), OptionalDouble.of(stolen)),
        OptionalDouble.of(waited),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalDouble.of(load),
        OptionalInt.empty());
  }

  @BeforeEach
  void aMachineMadeForMeasuring() {
    kernel =
        new FakeKernel(root)
            .tells("proc/self/status", "Cpus_allowed_list:\t0-3\n")
            .tells("proc/self/cgroup", "0::/x\n")
            .tells("proc/cpuinfo", "processor : 0\nflags\t\t: fpu vme tsc\n")
            .tells("proc/1/cmdline", "/sbin/init\0")
            .tells("proc/77/cmdline", "java\0-jar\0shop.jar\0")
            .tells(
                "proc/meminfo",
                "MemTotal: 16777216 kB\nMemAvailable: 12582912 kB\n"
                    + "SwapTotal: 1048576 kB\nSwapFree: 1048000 kB\n")
            .tells("sys/fs/cgroup/x/cpu.max", "max 100000\n")
            .tells("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n")
            .tells("sys/class/power_supply/AC/type", "Mains\n")
            .tells("sys/class/power_supply/BAT0/type", "Battery\n")
            .tells("sys/class/power_supply/BAT0/status", "Charging\n")
            .tells(CLOCK + "current_clocksource", "tsc\n")
            .tells(CLOCK + "available_clocksource", "tsc hpet acpi_pm\n")
            .tells(CPUS + "online", "0-3\n")
            .tells(CPUS + "isolated", "\n")
            .tells(CPUS + "smt/active", "0\n")
            .tells(CPUS + "intel_pstate/no_turbo", "1\n")
            .tells(CPUS + "cpu0/cpufreq/scaling_governor", "performance\n")
            .tells(CPUS + "cpu1/cpufreq/scaling_governor", "performance\n")
            .tells(CPUS + "cpu0/thermal_throttle/core_throttle_count", "0\n");
  }

  private List<Symptom> examine(Conditions now) {
    return new Doctor(kernel.files()).examine(now);
  }

  private Symptom of(String what, Conditions now) {
    return examine(now).stream().filter(s -> s.what().equals(what)).findFirst().orElseThrow();
  }

  private Symptom of(String what) {
    return of(what, QUIET);
  }

  @Test
  void machineMadeForMeasuringIsFitInEverything() {
    assertThat(examine(QUIET))
        .hasSize(CHECKS)
        .allSatisfy(
            symptom -> {
              assertThat(symptom.state()).as("%s", symptom).isEqualTo(State.FIT);
              assertThat(symptom.mend()).isEmpty();
            });
  }

  @Test
  void machineThatTellsNothingIsUnknownInEverything(@TempDir Path empty) {
    assertThat(new Doctor(new KernelFiles(empty)).examine(UNKNOWN))
        .hasSize(CHECKS)
        .allSatisfy(
            symptom -> {
              assertThat(symptom.state()).as("%s", symptom).isEqualTo(State.UNKNOWN);
              assertThat(symptom.why()).isNotBlank();
              assertThat(symptom.mend()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cores               | proc/self/status | Cpus_allowed_list:\t2 | may use 1 of 4",
        "isolated cores      | sys/devices/system/cpu/isolated | 3 | 3, which may be used here",
        "sibling threads     | sys/devices/system/cpu/smt/active | 1 | in use",
        "virtual machine     | proc/cpuinfo | flags : fpu hypervisor vme | yes",
        "container quota     | sys/fs/cgroup/x/cpu.max | 150000 100000 | 1.50 cores, in no container",
        "frequency governor  | sys/devices/system/cpu/cpu1/cpufreq/scaling_governor | powersave | performance, powersave",
        "turbo               | sys/devices/system/cpu/intel_pstate/no_turbo | 0 | on",
        "heat                | sys/devices/system/cpu/cpu3/thermal_throttle/package_throttle_count | 7 | clock lowered 7 times",
        "power               | sys/class/power_supply/BAT0/status | Discharging | on battery",
        "clock source        | sys/devices/system/clocksource/clocksource0/current_clocksource | hpet | hpet",
        "huge pages          | sys/kernel/mm/transparent_hugepage/enabled | [always] madvise never | always",
        "another JMH         | proc/99/cmdline | java -cp x org.openjdk.jmh.runner.ForkedMain 127.0.0.1 | process 99",
      })
  void whatIsUnfitComesWithWhatToDo(String what, String file, String content, String found) {
    kernel.tells(file, content + "\n");
    Symptom symptom = of(what);
    assertThat(symptom.state()).isEqualTo(State.UNFIT);
    assertThat(symptom.found()).startsWith(found);
    assertThat(symptom.mend()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "cores, proc/self/status",
    "cores, sys/devices/system/cpu/online",
    "isolated cores, sys/devices/system/cpu/isolated",
    "sibling threads, sys/devices/system/cpu/smt/active",
    "virtual machine, proc/cpuinfo",
    "container quota, sys/fs/cgroup/x/cpu.max",
    "turbo, sys/devices/system/cpu/intel_pstate/no_turbo",
    "heat, sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count",
    "clock source, sys/devices/system/clocksource/clocksource0/current_clocksource",
    "free memory, proc/meminfo",
    "swap, proc/meminfo",
    "huge pages, sys/kernel/mm/transparent_hugepage/enabled",
    "another JMH, proc/1/cmdline",
    "load, proc/self/status",
  })
  void whatHoldsNonsenseOrIsMissingIsUnknown(String what, String file) {
    kernel.tells(file, "?\n");
    if (!List.of("clock source", "another JMH").contains(what)) {
      assertThat(of(what).state()).isEqualTo(State.UNKNOWN);
    }
    kernel.hides(file);
    assertThat(of(what).state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void whatOthersDoNowIsJudgedByItsShare() {
    Conditions busy = now(0.051, 0.011, 0.051, 1.01);
    assertThat(examine(busy).stream().filter(symptom -> symptom.state() == State.UNFIT))
        .extracting(Symptom::what)
        .containsExactly("other processes", "stolen time", "processor pressure", "load");
    assertThat(of("other processes", busy).found())
        .isEqualTo("5.1 % of the processor time, just now");
    assertThat(of("load", busy).found()).isEqualTo("1.01 over the last minute on 4 cores");
  }

  @Test
  void commandsNameWhatThisMachineHas() {
    kernel.tells(CPUS + "isolated", "2-3\n").tells(CLOCK + "current_clocksource", "hpet\n");
    assertThat(of("isolated cores").mend()).isEqualTo("taskset --cpu-list --pid 0,1 $$");
    assertThat(of("clock source").mend())
        .isEqualTo("echo tsc | sudo tee /" + CLOCK + "current_clocksource");
    kernel.tells(CLOCK + "available_clocksource", "hpet acpi_pm\n");
    assertThat(of("clock source").mend()).contains("clocksource=tsc");
  }

  @Test
  void isolatedCoresThatAreNotUsedDoNoHarm() {
    kernel.tells(CPUS + "isolated", "3\n").tells("proc/self/status", "Cpus_allowed_list:\t0-2\n");
    assertThat(of("isolated cores").state()).isEqualTo(State.FIT);
  }

  @Test
  void turboOfOtherMakersIsKnownToo() {
    kernel.hides(CPUS + "intel_pstate/no_turbo").tells(CPUS + "cpufreq/boost", "1\n");
    assertThat(of("turbo").mend()).isEqualTo("echo 0 | sudo tee /" + CPUS + "cpufreq/boost");
    kernel.tells(CPUS + "cpufreq/boost", "0\n");
    assertThat(of("turbo").state()).isEqualTo(State.FIT);
  }

  @Test
  void guestDoesNotSeeTheSiblingsAndTheBatteryOfItsHost() {
    kernel
        .tells("proc/cpuinfo", "flags : fpu hypervisor\n")
        .hides("sys/class/power_supply/BAT0/type");
    assertThat(of("sibling threads").state()).isEqualTo(State.UNKNOWN);
    assertThat(of("power").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void guestThatWasNeverToldOfTheftDoesNotKnowOfNone() {
    kernel
        .tells("proc/cpuinfo", "flags : fpu hypervisor\n")
        .tells("proc/stat", "cpu0 100 0 0 900 0 0 0 0 0 0\n");
    assertThat(of("stolen time").state()).isEqualTo(State.UNKNOWN);
    kernel.tells("proc/stat", "cpu0 100 0 0 900 0 0 0 1 0 0\n");
    assertThat(of("stolen time").state()).isEqualTo(State.FIT);
    assertThat(of("stolen time", now(0, 0.02, 0, 0)).state()).isEqualTo(State.UNFIT);
  }

  @Test
  void batteryOfAMouseFeedsNoProcessor() {
    kernel
        .tells("sys/class/power_supply/BAT0/status", "Discharging\n")
        .tells("sys/class/power_supply/BAT0/scope", "Device\n");
    assertThat(of("power").state()).isEqualTo(State.FIT);
  }

  @Test
  void memoryIsShortBelowAQuarter() {
    kernel.tells("proc/meminfo", "MemTotal: 16777216 kB\nMemAvailable: 4194304 kB\n");
    assertThat(of("free memory").state()).isEqualTo(State.FIT);
    kernel.tells("proc/meminfo", "MemTotal: 16777216 kB\nMemAvailable: 4194303 kB\n");
    assertThat(of("free memory").state()).isEqualTo(State.UNFIT);
    assertThat(of("free memory").found()).isEqualTo("4.0 of 16.0 GiB");
  }

  @Test
  void swapIsUnfitFromAHundredthOfTheMemoryOn() {
    String rest = "MemTotal: 16777216 kB\nSwapTotal: 1048576 kB\n";
    kernel.tells("proc/meminfo", rest + "SwapFree: 880804 kB\n");
    assertThat(of("swap").state()).isEqualTo(State.FIT);
    kernel.tells("proc/meminfo", rest + "SwapFree: 880803 kB\n");
    assertThat(of("swap").state()).isEqualTo(State.UNFIT);
    assertThat(of("swap").found()).isEqualTo("0.16 GiB in use");
    kernel.tells("proc/meminfo", "MemTotal: 16777216 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB\n");
    assertThat(of("swap").found()).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {".dockerenv", "run/.containerenv", "run/systemd/container"})
  void containerDoesNotShowWhatRunsOutside(String mark) {
    kernel.tells(mark, "");
    assertThat(of("another JMH").state()).isEqualTo(State.UNKNOWN);
    assertThat(of("container quota").found()).isEqualTo("none, in a container");
  }

  @Test
  void containerIsAlsoKnownByItsGroup() {
    kernel.tells("proc/1/cgroup", "1:cpu:/docker/0123\n");
    assertThat(of("container quota").found()).isEqualTo("none, in a container");
  }

  @Test
  void speaksTheSameInEveryLanguage() {
    kernel.tells("sys/fs/cgroup/x/cpu.max", "150000 100000\n");
    List<Symptom> here = examine(QUIET);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(examine(QUIET)).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void thisMachineCanBeExamined() {
    assertThat(Doctor.here().examine(QUIET))
        .extracting(Symptom::what)
        .doesNotHaveDuplicates()
        .hasSize(CHECKS);
  }
}
