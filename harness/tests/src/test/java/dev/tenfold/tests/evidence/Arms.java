package dev.tenfold.tests.evidence;

import dev.tenfold.compare.Difference;
import dev.tenfold.config.Effort;
import dev.tenfold.measure.Side;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What taking turns is worth: the same jar on both sides, measured again and again in three ways,
 * which alternate so that all see the same hours.
 *
 * <p>The truth is a ratio of 1, so the root of the mean square of the estimates of a way is its
 * standard error, whatever it believes of itself. Arguments: replicates, forks of each side in one.
 */
public final class Arms {
  private enum Arm {
    SEPARATE("separate runs, one after the other"),
    ABBA("whole forks, A B, B A"),
    TURNS("turns");

    private final String text;

    Arm(String text) {
      this.text = text;
    }
  }

  private Arms() {}

  public static void main(String[] args) throws IOException {
    int replicates = Integer.parseInt(args[0]);
    int forks = Integer.parseInt(args[1]);
    Path directory = Path.of("target/evidence");
    Path base = ScaledJar.in(directory, 100, false);
    Path head = ScaledJar.in(directory.resolve("head"), 100, false);
    Map<Arm, SortedMap<BenchmarkId, List<Double>>> errors = new EnumMap<>(Arm.class);
    Map<Arm, Duration> took = new EnumMap<>(Arm.class);
    try (Lab lab = new Lab("*.Scaled.*")) {
      for (int r = 0; r < replicates; r++) {
        for (Arm arm : Arm.values()) {
          Lab.Given given = measure(lab, arm, base, head, forks, r);
          took.merge(arm, given.took(), Duration::plus);
          Run was = given.runs().get(Side.BASE);
          Run is = given.runs().get(Side.HEAD);
          for (Map.Entry<BenchmarkId, Difference> score :
              Lab.scores(was, is, arm != Arm.SEPARATE).entrySet()) {
            double estimate = score.getValue().estimates().orElseThrow().quartile().estimate();
            errors
                .computeIfAbsent(arm, any -> new TreeMap<>())
                .computeIfAbsent(score.getKey(), any -> new ArrayList<>())
                .add(estimate);
          }
        }
        System.err.println("replicate " + (r + 1) + " of " + replicates);
      }
    }
    print(errors, took, replicates, forks);
  }

  private static Lab.Given measure(Lab lab, Arm arm, Path base, Path head, int forks, long seed) {
    if (arm != Arm.SEPARATE) {
      Optional<Duration> turn = arm == Arm.TURNS ? Optional.of(Effort.TURN) : Optional.empty();
      return lab.measure(Map.of(Side.BASE, base, Side.HEAD, head), forks, turn, List.of(), seed);
    }
    Lab.Given was = lab.measure(Map.of(Side.BASE, base), forks, Optional.empty(), List.of(), seed);
    Lab.Given is = lab.measure(Map.of(Side.HEAD, head), forks, Optional.empty(), List.of(), seed);
    Map<Side, Run> both = new TreeMap<>(was.runs());
    both.putAll(is.runs());
    return new Lab.Given(both, was.took().plus(is.took()));
  }

  private static void print(
      Map<Arm, SortedMap<BenchmarkId, List<Double>>> errors,
      Map<Arm, Duration> took,
      int replicates,
      int forks) {
    System.out.printf(
        Locale.ROOT,
        "%d replicates of %d+%d forks, each %d ms of warm-up and %d ms measured; the truth is 0 %%%n",
        replicates,
        forks,
        forks,
        Lab.WARMUP,
        Lab.MEASURED);
    System.out.printf("%-12s", "SE of ln, %");
    errors.get(Arm.TURNS).keySet().forEach(id -> System.out.printf("%14s", name(id)));
    System.out.printf("%12s%12s%n", "all (rms)", "seconds");
    Map<Arm, Double> cost = new EnumMap<>(Arm.class);
    for (Arm arm : Arm.values()) {
      System.out.printf("%-12s", arm.name().toLowerCase(Locale.ROOT));
      double squares = 0;
      for (List<Double> estimates : errors.get(arm).values()) {
        double mean = estimates.stream().mapToDouble(e -> e * e).average().orElseThrow();
        squares += mean;
        System.out.printf(Locale.ROOT, "%14.2f", 100 * Math.sqrt(mean));
      }
      double variance = squares / errors.get(arm).size();
      double seconds = took.get(arm).toMillis() / 1e3;
      cost.put(arm, variance * seconds);
      System.out.printf(
          Locale.ROOT, "%12.2f%12.1f   %s%n", 100 * Math.sqrt(variance), seconds, arm.text);
    }
    System.out.printf(
        Locale.ROOT,
        "machine time for equal precision: separate runs %.1f times, ABBA %.1f times that of turns%n",
        cost.get(Arm.SEPARATE) / cost.get(Arm.TURNS),
        cost.get(Arm.ABBA) / cost.get(Arm.TURNS));
    List<Double> ratios = new ArrayList<>();
    errors
        .get(Arm.TURNS)
        .forEach(
            (id, turns) ->
                ratios.add(
                    square(errors.get(Arm.ABBA).get(id))
                        * took.get(Arm.ABBA).toMillis()
                        / (square(turns) * took.get(Arm.TURNS).toMillis())));
    ratios.sort(null);
    System.out.printf(
        Locale.ROOT,
        "by benchmark, ABBA against turns: lowest %.1f, median %.1f, highest %.1f times%n",
        ratios.get(0),
        ratios.get(ratios.size() / 2),
        ratios.get(ratios.size() - 1));
  }

  private static double square(List<Double> estimates) {
    return estimates.stream().mapToDouble(e -> e * e).sum();
  }

  private static String name(BenchmarkId id) {
    return id.method().substring(id.method().lastIndexOf('.') + 1);
  }
}
