package dev.tenfold.machine;

import java.util.BitSet;
import java.util.Optional;

/** Sets of processors as the kernel writes them: {@code 0-3,8}. */
final class Cores {
  /** More than any kernel has; a longer list is a damaged one. */
  private static final int MOST = 1 << 16;

  private Cores() {}

  /** The processors on which this process may run. */
  static Optional<BitSet> allowed(KernelFiles files) {
    return files.value("proc/self/status", "Cpus_allowed_list:").flatMap(Cores::parse);
  }

  /** The processors of a list; none for an empty one, nothing for what is not a list. */
  static Optional<BitSet> parse(String list) {
    BitSet cores = new BitSet();
    if (list.isEmpty()) {
      return Optional.of(cores);
    }
    for (String range : list.split(",", -1)) {
      String[] ends = range.split("-", 2);
      long first = KernelFiles.number(ends[0]).orElse(MOST);
      long last = KernelFiles.number(ends[ends.length - 1]).orElse(MOST);
      if (first > last || last >= MOST) {
        return Optional.empty();
      }
      cores.set((int) first, (int) last + 1);
    }
    return Optional.of(cores);
  }
}
