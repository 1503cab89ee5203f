package dev.tenfold.tests.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often a true slowdown is found, and how often one is claimed where there is none: whole
 * checks by {@code tenfold.jar}, as a user runs them, of revisions that do so much more work.
 *
 * <p>Arguments: a directory for the recordings, then {@code SLOWDOWN=SUITES} for each, then options
 * of {@code tenfold check}. A check that is there already is not made again, so that recordings may
 * be made over several sittings; at the end all that are there are counted.
 */
public final class Power {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Power() {}

  public static void main(String[] args) throws Exception {
    Path out = Path.of(args[0]);
    List<String> options =
        Arrays.stream(args).skip(1).filter(arg -> !arg.matches("\\d+=\\d+")).toList();
    List<int[]> checks = new ArrayList<>();
    for (String arg : args) {
      if (arg.matches("\\d+=\\d+")) {
        String[] parts = arg.split("=");
        for (int suite = 1; suite <= Integer.parseInt(parts[1]); suite++) {
          checks.add(new int[] {Integer.parseInt(parts[0]), suite});
        }
      }
    }
    // One suite of each slowdown, then the next: all see the same hours.
    checks.sort((a, b) -> a[1] == b[1] ? a[0] - b[0] : a[1] - b[1]);
    for (int[] check : checks) {
      Path directory = out.resolve("slowdown-%d-suite-%02d".formatted(check[0], check[1]));
      if (!Files.exists(directory.resolve("verdict.json"))) {
        check(check[0], check[1], directory, options);
      }
    }
    count(out);
  }

  private static void check(int slowdown, int suite, Path out, List<String> options)
      throws IOException, InterruptedException {
    Path jars = Path.of("target/evidence");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", "harness/cli/target/tenfold.jar", "check", "--include"));
    command.addAll(List.of("*.Scaled.*", "--threshold", "1%", "--out", out.toString()));
    command.add("--no-identity"); // or nothing would be measured where nothing is slower
    command.addAll(List.of("--seed", Integer.toString(1000 * slowdown + suite)));
    command.addAll(List.of("--base", ScaledJar.in(jars, 100, false).toString()));
    command.addAll(options);
    command.add(ScaledJar.in(jars.resolve("head"), 100 + slowdown, false).toString());
    System.err.println(out);
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** What came of the comparisons at one slowdown. */
  private static final class Tally {
    int suites;
    int suitesWithAny;
    int comparisons;
    int found;
    int contradicted;
    double seconds;
    double longest;
  }

  private static void count(Path out) throws IOException {
    Map<Integer, Tally> tallies = new TreeMap<>();
    Map<String, Map<Integer, int[]>> benchmarks = new TreeMap<>();
    List<Path> checks;
    try (Stream<Path> directories = Files.list(out)) {
      checks = directories.filter(d -> Files.exists(d.resolve("verdict.json"))).sorted().toList();
    }
    for (Path check : checks) {
      int slowdown = Integer.parseInt(check.getFileName().toString().split("-")[1]);
      Tally tally = tallies.computeIfAbsent(slowdown, any -> new Tally());
      Map<String, Double> seconds = seconds(check);
      tally.suites++;
      boolean any = false;
      for (JsonNode finding : JSON.readTree(check.resolve("verdict.json")).path("findings")) {
        JsonNode metric = finding.path("evidence").path("metric").path("name");
        if (!metric.asString("score").equals("score")) {
          continue;
        }
        String name =
            finding.path("benchmark").path("method").asString("").replaceFirst(".*\\.", "");
        String outcome = finding.path("outcome").asString("");
        boolean found = outcome.equals("REGRESSED");
        tally.comparisons++;
        tally.found += found ? 1 : 0;
        tally.contradicted += outcome.equals("IMPROVED") && slowdown > 0 ? 1 : 0;
        tally.seconds += seconds.getOrDefault(name, 0.0);
        tally.longest = Math.max(tally.longest, seconds.getOrDefault(name, 0.0));
        any |= found;
        int[] counts =
            benchmarks
                .computeIfAbsent(name, none -> new TreeMap<>())
                .computeIfAbsent(slowdown, none -> new int[2]);
        counts[0] += found ? 1 : 0;
        counts[1]++;
      }
      tally.suitesWithAny += any ? 1 : 0;
    }
    System.out.println(
        "slowdown  comparisons  REGRESSED  share    suites  with any  s/benchmark  longest s");
    tallies.forEach(
        (slowdown, t) ->
            System.out.printf(
                Locale.ROOT,
                "%6d %% %12d %10d %6.1f %% %8d %9d %12.1f %10.1f%n",
                slowdown,
                t.comparisons,
                t.found,
                100.0 * t.found / t.comparisons,
                t.suites,
                t.suitesWithAny,
                t.seconds / t.comparisons,
                t.longest));
    benchmarks.forEach(
        (name, counts) -> {
          System.out.printf("  %-12s", name);
          counts.forEach((s, c) -> System.out.printf("  %d %%: %d of %d", s, c[0], c[1]));
          System.out.println();
        });
  }

  /** Machine time of each benchmark in a check, both sides together. */
  private static Map<String, Double> seconds(Path check) throws IOException {
    Map<String, Double> seconds = new TreeMap<>();
    for (String file : List.of("run.json", "confirm-run.json")) {
      if (Files.exists(check.resolve(file))) {
        for (JsonNode result : JSON.readTree(check.resolve(file)).path("results")) {
          String name = result.path("benchmark").asString("").replaceFirst(".*\\.", "");
          for (JsonNode fork : result.path("circumstances").path("conditions")) {
            seconds.merge(name, fork.path("wallNanos").asDouble(0) / 1e9, Double::sum);
          }
        }
      }
    }
    return seconds;
  }
}
