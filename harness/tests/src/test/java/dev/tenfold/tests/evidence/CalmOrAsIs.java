package dev.tenfold.tests.evidence;

import dev.tenfold.compare.Difference;
import dev.tenfold.config.Effort;
import dev.tenfold.config.JvmMode;
import dev.tenfold.measure.Side;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Run;
import dev.tenfold.stats.Contrast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether calm JVMs tell the same as JVMs as they are: true changes of many kinds, and no change,
 * measured in both. Arguments: pairs of each, globs of benchmarks.
 */
public final class CalmOrAsIs {
  private static final double CONFIDENCE = 0.95;

  private CalmOrAsIs() {}

  public static void main(String[] args) throws IOException {
    int pairs = Integer.parseInt(args[0]);
    Path directory = Path.of("target/evidence");
    Path base = ScaledJar.in(directory, 100, false);
    Path same = ScaledJar.in(directory.resolve("head"), 100, false);
    Path after = ScaledJar.in(directory, 100, true);
    Map<JvmMode, SortedMap<BenchmarkId, Contrast>> changed = new EnumMap<>(JvmMode.class);
    Map<JvmMode, SortedMap<BenchmarkId, Contrast>> unchanged = new EnumMap<>(JvmMode.class);
    try (Lab lab = new Lab("*.Changed.*")) {
      for (JvmMode mode : JvmMode.values()) {
        changed.put(mode, contrasts(lab, base, after, pairs, mode));
        System.err.println(mode + ": changes measured");
      }
    }
    for (String fixture : List.of("*.Changed.*", "*.Scaled.*")) {
      try (Lab lab = new Lab(fixture)) {
        for (JvmMode mode : JvmMode.values()) {
          unchanged
              .computeIfAbsent(mode, any -> new TreeMap<>())
              .putAll(contrasts(lab, base, same, pairs, mode));
          System.err.println(mode + ": no change measured, " + fixture);
        }
      }
    }
    System.out.println(
        pairs + " pairs of each; change of the time in %, then spread between pairs");
    System.out.println("true changes");
    print(changed, pairs);
    System.out.println("no change");
    print(unchanged, pairs);
  }

  private static SortedMap<BenchmarkId, Contrast> contrasts(
      Lab lab, Path base, Path head, int pairs, JvmMode mode) {
    Lab.Given given =
        lab.measure(
            Map.of(Side.BASE, base, Side.HEAD, head),
            pairs,
            Optional.of(Effort.TURN),
            mode.args(),
            1);
    Run was = given.runs().get(Side.BASE);
    Run is = given.runs().get(Side.HEAD);
    SortedMap<BenchmarkId, Contrast> contrasts = new TreeMap<>();
    for (Map.Entry<BenchmarkId, Difference> score : Lab.scores(was, is, true).entrySet()) {
      contrasts.put(score.getKey(), score.getValue().estimates().orElseThrow().quartile());
    }
    return contrasts;
  }

  private static void print(Map<JvmMode, SortedMap<BenchmarkId, Contrast>> measured, int pairs) {
    double[] squares = new double[2];
    for (BenchmarkId id : measured.get(JvmMode.AS_IS).keySet()) {
      Contrast asIs = measured.get(JvmMode.AS_IS).get(id);
      Contrast calm = measured.get(JvmMode.CALM).get(id);
      squares[0] += Math.pow(asIs.standardError(), 2) * pairs;
      squares[1] += Math.pow(calm.standardError(), 2) * pairs;
      System.out.printf(
          Locale.ROOT,
          "  %-28s as-is %s  calm %s  %s%n",
          id.shortName(),
          text(asIs, pairs),
          text(calm, pairs),
          agreement(asIs, calm));
    }
    int n = measured.get(JvmMode.AS_IS).size();
    System.out.printf(
        Locale.ROOT,
        "  spread between pairs, root mean square: as-is %.2f %%, calm %.2f %%%n",
        100 * Math.sqrt(squares[0] / n),
        100 * Math.sqrt(squares[1] / n));
  }

  private static String text(Contrast contrast, int pairs) {
    return String.format(
        Locale.ROOT,
        "%+7.2f [%+.2f, %+.2f] sd %5.2f",
        100 * Math.expm1(contrast.estimate()),
        100 * Math.expm1(contrast.interval(CONFIDENCE).low()),
        100 * Math.expm1(contrast.interval(CONFIDENCE).high()),
        100 * contrast.standardError() * Math.sqrt(pairs));
  }

  private static String agreement(Contrast asIs, Contrast calm) {
    return sign(asIs) * sign(calm) < 0 ? "CONTRADICT" : sign(asIs) == sign(calm) ? "agree" : "";
  }

  /** 0 where the interval holds no change. */
  private static double sign(Contrast contrast) {
    return contrast.interval(CONFIDENCE).contains(0) ? 0 : Math.signum(contrast.estimate());
  }
}
