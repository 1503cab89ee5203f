package dev.tenfold.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Looks for what makes this machine unfit to measure on.
 *
 * @param proc where the kernel tells about processes, {@code /proc}
 * @param sys where it tells about devices, {@code /sys}
 */
public record Doctor(Path proc, Path sys) {

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  /** How a thing stands. */
  public enum State {
    GOOD,
    BAD,
    /** The machine does not tell, which is not the same as good. */
    UNKNOWN
  }

  /**
   * One thing that was looked at.
   *
   * @param what was looked at
   * @param state how it stands
   * @param found what was found, for people
   * @param mend what to do about it; empty if nothing
   */
  public record Symptom(String what, State state, String found, String mend) {}

  /** The doctor of this machine. */
  public static Doctor here() {
    return new Doctor(Path.of("/proc"), Path.of("/sys"));
  }

  /** Everything that was looked at, good or bad. */
  public List<Symptom> examine() {
    List<Symptom> symptoms = new ArrayList<>();
    symptoms.add(cores());
    symptoms.add(load());
    symptoms.add(pressure());
    symptoms.add(steal());
    symptoms.add(governor());
    symptoms.add(boost());
    symptoms.add(throttling());
    symptoms.add(swap());
    return symptoms;
  }

  private static Symptom cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new Symptom(
        "cores",
        cores > 1 ? State.GOOD : State.BAD,
        cores + " for the JVM",
        cores > 1
            ? ""
            : "With one core, the collector and the compiler take time from what is measured; measure on two or more.");
  }

  private static Symptom load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    if (load < 0) {
      return unknown("load");
    }
    int cores = Runtime.getRuntime().availableProcessors();
    boolean busy = load > cores / 4.0;
    return new Symptom(
        "load",
        busy ? State.BAD : State.GOOD,
        String.format(Locale.ROOT, "%.2f over the last minute on %d cores", load, cores),
        busy ? "Something else runs here; stop it, or measure when it has ended." : "");
  }

  private Symptom pressure() {
    return first(proc.resolve("pressure/cpu"), "some")
        .flatMap(line -> field(line, "avg10="))
        .map(
            waited ->
                new Symptom(
                    "processor pressure",
                    waited > 5 ? State.BAD : State.GOOD,
                    String.format(
                        Locale.ROOT,
                        "%.1f %% of the last 10 s some process waited for a core",
                        waited),
                    waited > 5 ? "More wants to run than there are cores; stop the rest." : ""))
        .orElseGet(() -> unknown("processor pressure"));
  }

  /** The columns of the first line of /proc/stat are described in proc(5); the eighth is steal. */
  private Symptom steal() {
    Optional<String> line = first(proc.resolve("stat"), "cpu ");
    if (line.isEmpty()) {
      return unknown("stolen time");
    }
    double[] ticks =
        NUMBER
            .matcher(line.get())
            .results()
            .limit(8)
            .map(MatchResult::group)
            .mapToDouble(Double::parseDouble)
            .toArray();
    double all = Arrays.stream(ticks).sum();
    if (ticks.length < 8 || all == 0) {
      return unknown("stolen time");
    }
    double stolen = 100 * ticks[7] / all;
    return new Symptom(
        "stolen time",
        stolen > 1 ? State.BAD : State.GOOD,
        String.format(
            Locale.ROOT, "%.2f %% since the start went to other virtual machines", stolen),
        stolen > 1 ? "The host is shared; only comparisons side by side can be trusted here." : "");
  }

  private Symptom governor() {
    return first(sys.resolve("devices/system/cpu/cpu0/cpufreq/scaling_governor"), "")
        .map(
            governor ->
                new Symptom(
                    "frequency governor",
                    governor.equals("performance") ? State.GOOD : State.BAD,
                    governor,
                    governor.equals("performance")
                        ? ""
                        : "Keep the clock steady: cpupower frequency-set -g performance"))
        .orElseGet(() -> unknown("frequency governor"));
  }

  private Symptom boost() {
    return first(sys.resolve("devices/system/cpu/intel_pstate/no_turbo"), "")
        .map(flag -> flag.equals("1"))
        .or(
            () ->
                first(sys.resolve("devices/system/cpu/cpufreq/boost"), "")
                    .map(flag -> flag.equals("0")))
        .map(
            off ->
                new Symptom(
                    "turbo",
                    off ? State.GOOD : State.BAD,
                    off ? "off" : "on: the clock depends on how warm and how busy the chip is",
                    off ? "" : "Turn it off in the firmware, or write 0 to cpufreq/boost."))
        .orElseGet(() -> unknown("turbo"));
  }

  private Symptom throttling() {
    return first(sys.resolve("fs/cgroup/cpu.stat"), "nr_throttled")
        .map(
            line -> {
              boolean throttled = !line.endsWith(" 0");
              return new Symptom(
                  "container quota",
                  throttled ? State.BAD : State.GOOD,
                  throttled ? "throttled: " + line : "never throttled",
                  throttled ? "Give the container whole cores instead of a quota." : "");
            })
        .orElseGet(() -> unknown("container quota"));
  }

  private Symptom swap() {
    Optional<Double> used =
        first(proc.resolve("vmstat"), "pswpin ").flatMap(line -> number(line.substring(7)));
    if (used.isEmpty()) {
      return unknown("swapping");
    }
    boolean swapped = used.get() > 0;
    return new Symptom(
        "swapping",
        swapped ? State.BAD : State.GOOD,
        String.format(Locale.ROOT, "%.0f pages read back since the start", used.get()),
        swapped ? "Free memory, or turn swap off while measuring." : "");
  }

  private static Symptom unknown(String what) {
    return new Symptom(what, State.UNKNOWN, "this machine does not tell", "");
  }

  private static Optional<Double> field(String line, String name) {
    int at = line.indexOf(name);
    return at < 0 ? Optional.empty() : number(line.substring(at + name.length()).split(" ", 2)[0]);
  }

  private static Optional<Double> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
  }

  private static Optional<String> first(Path file, String prefix) {
    try {
      return Files.isReadable(file)
          ? Files.readAllLines(file).stream().filter(line -> line.startsWith(prefix)).findFirst()
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
