package dev.tenfold.machine;

import dev.tenfold.machine.Symptom.Question;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Whether the processors keep their speed, and whether time is told quickly. */
record ClockChecks(KernelFiles files, Enclosure enclosure) {
  private static final String CPUS = "sys/devices/system/cpu";
  private static final String SOURCE = "sys/devices/system/clocksource/clocksource0/";
  private static final String SUPPLIES = "sys/class/power_supply";

  /** Those that System.nanoTime reads without a call of the kernel. */
  private static final Set<String> QUICK =
      Set.of("tsc", "kvm-clock", "hyperv_clocksource_tsc_page", "arch_sys_counter");

  private static final Question GOVERNOR =
      new Question(
          "frequency governor", "a clock that follows the load is slow at first and fast later");
  private static final Question TURBO =
      new Question("turbo", "how fast it makes a core depends on heat and on the other cores");
  private static final Question HEAT =
      new Question("heat", "a processor that got too hot lowers its clock");
  private static final Question POWER =
      new Question("power", "on battery the clock is lowered to save it");
  private static final Question CLOCK =
      new Question("clock source", "a slow System.nanoTime adds to every short measurement");

  List<Symptom> symptoms() {
    return List.of(governor(), turbo(), heat(), power(), clock());
  }

  private Symptom governor() {
    Set<String> governors = new TreeSet<>();
    for (String cpu : files.names(CPUS, "cpu\\d+")) {
      files.word("%s/%s/cpufreq/scaling_governor".formatted(CPUS, cpu)).ifPresent(governors::add);
    }
    return governors.isEmpty()
        ? GOVERNOR.unknown()
        : GOVERNOR.answer(
            governors.equals(Set.of("performance")),
            String.join(", ", governors),
            "echo performance | sudo tee /%s/cpu*/cpufreq/scaling_governor".formatted(CPUS));
  }

  private Symptom turbo() {
    return turbo(CPUS + "/intel_pstate/no_turbo", "1", "0")
        .or(() -> turbo(CPUS + "/cpufreq/boost", "0", "1"))
        .orElseGet(TURBO::unknown);
  }

  private Optional<Symptom> turbo(String file, String off, String on) {
    return files
        .word(file)
        .filter(flag -> flag.equals(off) || flag.equals(on))
        .map(
            flag ->
                TURBO.answer(
                    flag.equals(off),
                    flag.equals(off) ? "off" : "on",
                    "echo %s | sudo tee /%s".formatted(off, file)));
  }

  private Symptom heat() {
    OptionalLong count = Counters.overheated(files);
    return count.isEmpty()
        ? HEAT.unknown()
        : HEAT.answer(
            count.getAsLong() == 0,
            "clock lowered %s times since the start".formatted(count.getAsLong()),
            "cool it, or keep it below what it can hold: sudo cpupower frequency-set --max 2GHz");
  }

  private Symptom power() {
    if (!files.has(SUPPLIES)) {
      return POWER.unknown();
    }
    List<String> batteries =
        files.names(SUPPLIES, ".*").stream()
            .map(name -> SUPPLIES + "/" + name)
            .filter(supply -> files.word(supply + "/type").equals(Optional.of("Battery")))
            // That of a mouse or of a headset feeds no processor.
            .filter(supply -> !files.word(supply + "/scope").equals(Optional.of("Device")))
            .toList();
    if (batteries.isEmpty() && enclosure.virtual().orElse(true)) {
      return POWER.unknown("a guest would not see that of its host");
    }
    boolean draining =
        batteries.stream()
            .anyMatch(supply -> files.word(supply + "/status").equals(Optional.of("Discharging")));
    return POWER.answer(
        !draining, draining ? "on battery" : "not on battery", "plug the machine in");
  }

  private Symptom clock() {
    Optional<String> source = files.word(SOURCE + "current_clocksource");
    if (source.isEmpty()) {
      return CLOCK.unknown();
    }
    boolean hasTsc =
        List.of(files.text(SOURCE + "available_clocksource").orElse("").split("\\s+"))
            .contains("tsc");
    return CLOCK.answer(
        QUICK.contains(source.get()),
        source.get(),
        hasTsc
            ? "echo tsc | sudo tee /" + SOURCE + "current_clocksource"
            : "boot with clocksource=tsc, or measure elsewhere");
  }
}
