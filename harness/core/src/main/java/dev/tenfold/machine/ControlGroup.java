package dev.tenfold.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The control group that this process lives in, in version 1, version 2 or the mixture of both (see
 * cgroups(7)). A container is one.
 *
 * @param files of the kernel
 * @param levels directories of the group and of those around it, innermost first: a quota on any of
 *     them holds. Of the groups outside a container nothing is seen
 */
record ControlGroup(KernelFiles files, List<String> levels) {
  private static final String MOUNT = "sys/fs/cgroup";

  static ControlGroup of(KernelFiles files) {
    List<String> levels = new ArrayList<>();
    for (String line : files.text("proc/self/cgroup").orElse("").lines().toList()) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && parts[1].isEmpty()) {
        String mixed = MOUNT + "/unified";
        levels.addAll(levels(files, files.has(mixed) ? mixed : MOUNT, parts[2]));
      } else if (parts.length == 3 && List.of(parts[1].split(",")).contains("cpu")) {
        levels.addAll(levels(files, MOUNT + "/cpu", parts[2]));
      }
    }
    return new ControlGroup(files, List.copyOf(levels));
  }

  /**
   * The path is the one that the host sees. A container may see only its own part of that tree, as
   * the root of what is mounted; then the levels that are not there fall away.
   */
  private static List<String> levels(KernelFiles files, String mount, String path) {
    List<String> levels = new ArrayList<>();
    String inner = path.replaceFirst("/+$", "");
    while (inner.contains("/")) {
      levels.add(mount + inner);
      inner = inner.substring(0, inner.lastIndexOf('/'));
    }
    levels.add(mount);
    levels.removeIf(level -> !files.has(level));
    return levels;
  }

  /** Nanoseconds for which a quota held processes back, summed over processors and levels. */
  OptionalLong throttled() {
    long[] told =
        levels.stream()
            .map(level -> level + "/cpu.stat")
            .flatMapToLong(
                file ->
                    LongStream.concat(
                        files.counter(file, "throttled_usec").stream().map(micros -> micros * 1000),
                        files.counter(file, "throttled_time").stream()))
            .toArray();
    return told.length == 0 ? OptionalLong.empty() : OptionalLong.of(LongStream.of(told).sum());
  }

  /** Microseconds in which some process of the innermost group waited for a processor. */
  OptionalLong waited() {
    return levels.stream()
        .map(level -> level + "/cpu.pressure")
        .filter(files::has)
        .findFirst()
        .map(file -> pressure(files, file))
        .orElseGet(OptionalLong::empty);
  }

  /** The same of a file of pressure that lies elsewhere; the form is that of proc_pressure(5). */
  static OptionalLong pressure(KernelFiles files, String file) {
    return files
        .value(file, "some")
        .filter(line -> line.contains("total="))
        .map(line -> KernelFiles.number(line.substring(line.indexOf("total=") + 6)))
        .orElseGet(OptionalLong::empty);
  }

  /**
   * How many processors' worth of time the tightest quota grants; infinite if there is none, empty
   * if it is not told.
   */
  OptionalDouble quota() {
    return levels.stream().map(this::quota).flatMapToDouble(OptionalDouble::stream).min();
  }

  private OptionalDouble quota(String level) {
    Optional<String> told =
        files
            .word(level + "/cpu.max")
            .or(
                () ->
                    files
                        .word(level + "/cpu.cfs_quota_us")
                        .flatMap(
                            quota ->
                                files
                                    .word(level + "/cpu.cfs_period_us")
                                    .map(period -> quota + " " + period)));
    String[] parts = told.orElse("").split("\\s+", -1);
    if (parts[0].equals("max") || parts[0].equals("-1")) {
      return OptionalDouble.of(Double.POSITIVE_INFINITY);
    }
    if (parts.length != 2) {
      return OptionalDouble.empty();
    }
    OptionalLong quota = KernelFiles.number(parts[0]);
    OptionalLong period = KernelFiles.number(parts[1]);
    return quota.isPresent() && period.orElse(0) > 0
        ? OptionalDouble.of((double) quota.getAsLong() / period.getAsLong())
        : OptionalDouble.empty();
  }
}
