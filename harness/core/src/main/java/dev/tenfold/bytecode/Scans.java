package dev.tenfold.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The class files of one jar, each followed once, whatever number of benchmarks reach it. */
final class Scans {
  private static final Cut NONE = new Cut(Set.of(), Set.of());

  private final Program program;
  private final Map<String, Cut> cuts;
  private final Set<String> watched = new HashSet<>();
  private final Map<Key, Scan> scans = new HashMap<>();

  private record Key(String file, Set<String> without) {}

  Scans(Program program, Listing listing) {
    this.program = program;
    this.cuts = Cut.of(program, listing);
    for (Cut cut : cuts.values()) {
      watched.addAll(cut.benchmarks());
      watched.addAll(cut.privates());
    }
  }

  Program program() {
    return program;
  }

  /** What may be left out of a class. */
  Cut cut(String type) {
    return cuts.getOrDefault(type, NONE);
  }

  Scan scan(String file, Set<String> without) {
    return scans.computeIfAbsent(
        new Key(file, Set.copyOf(without)),
        key -> Scan.of(program.bytes(file), key.without(), program, watched));
  }
}
