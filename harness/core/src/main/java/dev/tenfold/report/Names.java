package dev.tenfold.report;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.BenchmarkId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The shortest names that still tell the benchmarks of one verdict apart. */
final class Names {
  private static final int LONGEST_GLOB = 200;

  private final Map<String, Long> shortNames;
  private final Map<String, Long> methods;

  private Names(List<BenchmarkId> ids) {
    shortNames = count(ids, BenchmarkId::shortName);
    methods = count(ids, BenchmarkId::methodAndParams);
  }

  static Names of(Verdict verdict) {
    return new Names(verdict.findings().stream().map(Finding::id).distinct().toList());
  }

  private static Map<String, Long> count(List<BenchmarkId> ids, Function<BenchmarkId, String> of) {
    return ids.stream().collect(Collectors.groupingBy(of, Collectors.counting()));
  }

  /**
   * A glob that is that of a benchmark. Every sign that a shell, YAML or Markdown could take for
   * its own is left to the wildcard.
   */
  static String glob(BenchmarkId id) {
    String glob = id.methodAndParams().replaceAll("[^A-Za-z0-9._$={},: /-]", "?");
    return glob.length() <= LONGEST_GLOB ? glob : glob.substring(0, LONGEST_GLOB) + "*";
  }

  /** Class and method; with the package where that is not enough, else with mode and threads. */
  String of(BenchmarkId id) {
    if (isOnly(shortNames, id.shortName())) {
      return id.shortName();
    }
    return isOnly(methods, id.methodAndParams()) ? id.methodAndParams() : id.text();
  }

  /** Whether no other benchmark has this method with these parameters. */
  boolean isOnlyMode(BenchmarkId id) {
    return isOnly(methods, id.methodAndParams());
  }

  private static boolean isOnly(Map<String, Long> counts, String name) {
    return counts.getOrDefault(name, 1L) == 1;
  }
}
