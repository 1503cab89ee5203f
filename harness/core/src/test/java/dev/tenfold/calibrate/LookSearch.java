package dev.tenfold.calibrate;

import dev.tenfold.calibrate.LookRule.Forks;
import dev.tenfold.calibrate.LookRule.Judged;
import dev.tenfold.jmh.Detail;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Result;
import dev.tenfold.store.RunFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.ToDoubleFunction;

/**
 * Looks for a better rule among those with several looks, on recorded forks and on made-up pairs:
 * {@code java dev.tenfold.calibrate.LookSearch SUITES FILE...}.
 *
 * <p>For each rule it prints how many suites in which nothing changed alarm, how many slowdowns of
 * 3, 5, 10 and 20 % are found where a tenth got slower, and the forks on each side of a benchmark:
 * where nothing changed, where a tenth got slower by 5 %, and of that tenth alone.
 */
public final class LookSearch {
  private static final double[] SLOWDOWNS = {0, 0.03, 0.05, 0.1, 0.2};

  /** Where forks come from. */
  private interface Source {
    Forks draw(int count, double shift, SplittableRandom random);
  }

  private LookSearch() {}

  public static void main(String[] args) {
    int suites = Integer.parseInt(args[0]);
    List<double[][]> recorded = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      RunFile.read(Path.of(args[i]), Detail.WHOLE).results().forEach(r -> recorded.add(logs(r)));
    }
    if (!recorded.isEmpty()) {
      Source corpus = (count, shift, random) -> drawn(recorded, count, shift, random);
      print("recorded forks, suites of 100, threshold 3 %", corpus, 100, suites, 0.03);
      print("recorded forks, suites of 10, threshold 3 %", corpus, 10, 10 * suites, 0.03);
    }
    for (double spread : new double[] {0.015, 0.03, 0.045}) {
      Source pairs = (count, shift, random) -> pairs(spread, false, count, shift, random);
      String of = "pairs with %s between them, threshold 1 %%, suites of ".formatted(spread);
      print(of + 100, pairs, 100, suites, 0.01);
      print(of + 10, pairs, 10, 10 * suites, 0.01);
    }
    Source dice = (count, shift, random) -> pairs(0.03, true, count, shift, random);
    print("pairs that come out in two ways, 0.03, suites of 100", dice, 100, suites, 0.01);
  }

  private static List<LookRule> rules() {
    return List.of(
        rule(List.of(3), 0.1, List.of(5), false, 0.5, 1, 0),
        rule(List.of(3, 5), 0.3, List.of(5, 10, 15), false, 0.5, 1, 0),
        rule(List.of(2), 0.3, List.of(3, 11), true, 0.1, 1, 1),
        rule(List.of(2), 0.3, List.of(4, 8, 16), false, 0.5, 3, 0),
        rule(List.of(3), 0.3, List.of(4, 8, 16), false, 0.5, 3, 0),
        rule(List.of(4), 0.1, List.of(4, 8, 16), false, 0.5, 3, 0),
        rule(List.of(4), 0.3, List.of(4, 8, 16), false, 0.3, 3, 0),
        rule(List.of(4), 0.3, List.of(4, 8, 16), false, 0.5, 3, 0),
        rule(List.of(4), 0.3, List.of(4, 8, 16), false, 0.5, 1, 0),
        rule(List.of(4), 0.3, List.of(4, 8, 16), false, 0.5, 1, 1),
        rule(List.of(4), 0.3, List.of(4, 8, 16), true, 0.1, 3, 0),
        rule(List.of(4), 0.3, List.of(4, 8, 16), true, 0.2, 3, 0),
        rule(List.of(4), 0.3, List.of(4, 8, 16), true, 0.3, 3, 0),
        rule(List.of(6), 0.3, List.of(8, 16, 32), false, 0.5, 3, 0));
  }

  private static LookRule rule(
      List<Integer> screening,
      double suspect,
      List<Integer> confirming,
      boolean all,
      double hopeless,
      double power,
      int from) {
    double[] shares = LookRule.shares(confirming, power, from);
    return new LookRule(screening, suspect, confirming, all, hopeless, shares);
  }

  private static void print(String what, Source source, int size, int suites, double threshold) {
    System.out.printf("%n%s%n", what);
    for (LookRule rule : rules()) {
      StringBuilder line = new StringBuilder();
      for (double slowdown : SLOWDOWNS) {
        line.append(cells(rule, source, size, suites, threshold, slowdown));
      }
      System.out.printf(
          "%s (p < %s) | %s, %s %s, shares %s:%s%n",
          rule.screening(),
          rule.suspect(),
          rule.confirming(),
          rule.all() ? "all" : "fresh",
          rule.hopeless(),
          java.util.Arrays.stream(rule.shares()).mapToObj(s -> two(s)).toList(),
          line);
    }
  }

  private static String cells(
      LookRule rule, Source source, int size, int suites, double threshold, double slowdown) {
    int changed = slowdown == 0 ? 0 : Math.max(1, size / 10);
    AtomicLongArray counts = new AtomicLongArray(4);
    new SplittableRandom(1)
        .longs(suites)
        .parallel()
        .forEach(
            seed -> {
              SplittableRandom random = new SplittableRandom(seed);
              List<Forks> suite = new ArrayList<>();
              for (int i = 0; i < size; i++) {
                double shift = i < changed ? Math.log1p(slowdown) : 0;
                suite.add(source.draw(rule.most(), shift, random));
              }
              count(rule.judge(suite, Math.log1p(threshold)), changed, counts);
            });
    double each = (double) suites * size;
    if (slowdown == 0) {
      return " alarms %s forks %s"
          .formatted(two(100.0 * counts.get(0) / suites), two(counts.get(2) / each));
    }
    String found = " %s".formatted(two(100.0 * counts.get(1) / suites / changed));
    return slowdown == 0.05
        ? found
            + " (forks %s, %s)"
                .formatted(
                    two(counts.get(2) / each), two((double) counts.get(3) / suites / changed))
        : found;
  }

  private static void count(Judged judged, int changed, AtomicLongArray counts) {
    boolean alarm = false;
    for (int i = 0; i < judged.forks().length; i++) {
      boolean guilty = judged.regressed()[i];
      alarm |= i >= changed && guilty;
      counts.addAndGet(1, i < changed && guilty ? 1 : 0);
      counts.addAndGet(2, judged.forks()[i]);
      counts.addAndGet(3, i < changed ? judged.forks()[i] : 0);
    }
    counts.addAndGet(0, alarm ? 1 : 0);
  }

  private static String two(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  /** Upwards is slower. */
  private static double[][] logs(Result result) {
    Cut cut = new Cut(Duration.ofSeconds(5), Optional.of(Duration.ofSeconds(5)), 5);
    List<Fork> forks = cut.forks(result, "a recording");
    return new double[][] {logs(forks, Fork::quartile), logs(forks, Fork::mean)};
  }

  private static double[] logs(List<Fork> forks, ToDoubleFunction<Fork> eye) {
    return forks.stream().mapToDouble(eye).map(Math::log).toArray();
  }

  private static Forks drawn(
      List<double[][]> recorded, int count, double shift, SplittableRandom random) {
    double[][] of = recorded.get(random.nextInt(recorded.size()));
    double[][] base = new double[2][count];
    double[][] head = new double[2][count];
    for (int i = 0; i < count; i++) {
      int was = random.nextInt(of[0].length);
      int is = random.nextInt(of[0].length);
      for (int eye = 0; eye < 2; eye++) {
        base[eye][i] = of[eye][was];
        head[eye][i] = of[eye][is] + shift;
      }
    }
    return new Forks(base, head);
  }

  /**
   * The means vary 1.4 times as much as the medians, with a correlation of 0.8.
   *
   * @param dice whether each pair comes out in one of two ways, half the time each
   */
  private static Forks pairs(
      double spread, boolean dice, int count, double shift, SplittableRandom seeds) {
    Random random = new Random(seeds.nextLong());
    double[][] head = new double[2][count];
    for (int i = 0; i < count; i++) {
      double way = random.nextBoolean() ? 0.95 : -0.95;
      double z = dice ? way + 0.3 * random.nextGaussian() : random.nextGaussian();
      head[0][i] = spread * z + shift;
      head[1][i] = spread * 1.4 * (0.8 * z + 0.6 * random.nextGaussian()) + shift;
    }
    return new Forks(new double[0][], head);
  }
}
