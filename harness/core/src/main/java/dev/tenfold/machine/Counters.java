package dev.tenfold.machine;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One reading of what the kernel counts from its start on.
 *
 * @param ticks of the processors that may be used
 * @param own ticks in which this process and the named children ran, and those of the children of
 *     each that have ended
 * @param waited microseconds in which some process waited for a processor
 * @param throttled nanoseconds for which a quota held processes back
 * @param overheated times that a processor lowered its clock because it was too hot
 */
record Counters(
    Optional<Ticks> ticks,
    OptionalLong own,
    OptionalLong waited,
    OptionalLong throttled,
    OptionalLong overheated) {
  private static final String CPUS = "sys/devices/system/cpu";
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * What became of the processors' time. The length of a tick (a hundredth of a second on nearly
   * every machine) does not matter, as only shares of the sum are made of them.
   *
   * @param busy with any process or interrupt
   * @param idle also while waiting for a disk
   * @param stolen by the hypervisor
   */
  record Ticks(long busy, long idle, long stolen) {
    Ticks plus(Ticks other) {
      return new Ticks(busy + other.busy, idle + other.idle, stolen + other.stolen);
    }

    Ticks minus(Ticks other) {
      return new Ticks(busy - other.busy, idle - other.idle, stolen - other.stolen);
    }
  }

  static Counters read(KernelFiles files, ControlGroup group, Set<Long> children) {
    OptionalLong waited = group.waited();
    return new Counters(
        ticks(files),
        own(files, children),
        waited.isPresent() ? waited : ControlGroup.pressure(files, "proc/pressure/cpu"),
        group.throttled(),
        overheated(files));
  }

  /** One line of /proc/stat for each processor and one for all of them together; see proc(5). */
  static Optional<Ticks> ticks(KernelFiles files) {
    Optional<BitSet> allowed = Cores.allowed(files);
    String told = files.text("proc/stat").orElse("");
    return told.lines()
        .filter(line -> line.startsWith("cpu"))
        .map(line -> BLANKS.split(line))
        .filter(columns -> counts(columns[0], allowed))
        .map(Counters::ticks)
        .reduce((one, other) -> one.flatMap(ticks -> other.map(ticks::plus)))
        .flatMap(all -> all);
  }

  private static boolean counts(String name, Optional<BitSet> allowed) {
    return allowed
        .map(cores -> name.matches("cpu\\d{1,5}") && cores.get(Integer.parseInt(name.substring(3))))
        .orElse(name.equals("cpu"));
  }

  /** Columns 9 and 10, the time given to guests, are part of the first two. */
  private static Optional<Ticks> ticks(String[] columns) {
    long[] told = KernelFiles.numbers(Stream.of(columns).skip(1).limit(8));
    if (told.length < 8) {
      return Optional.empty();
    }
    long busy = told[0] + told[1] + told[2] + told[5] + told[6];
    return Optional.of(new Ticks(busy, told[3] + told[4], told[7]));
  }

  /** A child that has ended meanwhile is among the ended children of this process. */
  private static OptionalLong own(KernelFiles files, Set<Long> children) {
    OptionalLong self = ran(files, "self");
    long others = children.stream().mapToLong(pid -> ran(files, pid.toString()).orElse(0)).sum();
    return self.isEmpty() ? self : OptionalLong.of(self.getAsLong() + others);
  }

  /** Fields 14 to 17 of proc_pid_stat(5); the name before them may hold blanks and brackets. */
  private static OptionalLong ran(KernelFiles files, String process) {
    String told = files.text("proc/" + process + "/stat").orElse("");
    String behindName = told.substring(told.lastIndexOf(')') + 1).strip();
    long[] ticks = KernelFiles.numbers(BLANKS.splitAsStream(behindName).skip(11).limit(4));
    return ticks.length < 4 ? OptionalLong.empty() : OptionalLong.of(LongStream.of(ticks).sum());
  }

  /** Of all processors; each counts for itself and for the package that it is a part of. */
  static OptionalLong overheated(KernelFiles files) {
    long[] counts =
        KernelFiles.numbers(
            files.names(CPUS, "cpu\\d+").stream()
                .map(cpu -> CPUS + "/" + cpu + "/thermal_throttle/")
                .flatMap(cpu -> Stream.of(cpu + "core", cpu + "package"))
                .flatMap(unit -> files.word(unit + "_throttle_count").stream()));
    return counts.length == 0 ? OptionalLong.empty() : OptionalLong.of(LongStream.of(counts).sum());
  }
}
