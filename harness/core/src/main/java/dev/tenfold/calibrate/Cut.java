package dev.tenfold.calibrate;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Better;
import dev.tenfold.run.Fork;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Unit;
import dev.tenfold.stats.Quantiles;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How pseudo-forks are cut out of recorded forks.
 *
 * <p>A judgement takes more forks than most recordings have: 40 for 4 + 16 on each side. So a long
 * fork is cut into consecutive windows, each as long as what a gate would measure, and each window
 * counts as a fork of its own: (fork, window) is drawn in place of a fork. The windows of one fork
 * share its compilation and heap, so ten forks in five windows tell less than fifty forks would;
 * and the later windows are warmer than the first.
 *
 * @param warmup what is left out at the beginning of each fork; zero where the recording holds no
 *     warm-up
 * @param measured the length of a window; empty for all that remains of the fork, as one window
 * @param windows in each fork; at least 1, and 1 where all is measured
 */
public record Cut(Duration warmup, Optional<Duration> measured, int windows) {
  /** As long as JMH's users make an iteration that is not to be measured in milliseconds. */
  private static final double ITERATION = 1;

  public Cut {
    if (warmup.isNegative() || measured.filter(m -> m.isNegative() || m.isZero()).isPresent()) {
      throw new IllegalArgumentException(
          "A cut of %s after %s is none.".formatted(measured, warmup));
    }
    if (windows < 1 || (measured.isEmpty() && windows > 1)) {
      throw new IllegalArgumentException(windows + " windows cannot be cut.");
    }
  }

  /**
   * The pseudo-forks of a benchmark, those of the first recorded fork first.
   *
   * @param source of the result, to be named in a refusal
   * @throws InputException if a fork is too short, or if its iterations were not kept
   */
  List<Fork> forks(Result result, String source) {
    if (warmup.isZero() && measured.isEmpty()) {
      return result.score().forks().stream().map(Fork::summarised).toList();
    }
    Better better = result.score().metric().better();
    return windows(result, source).stream()
        .map(scores -> Fork.of(scores, better).summarised())
        .toList();
  }

  /** The scores of the iterations of each pseudo-fork; else as {@link #forks}. */
  List<double[]> windows(Result result, String source) {
    List<Fork> recorded = result.score().forks();
    if (!recorded.stream().allMatch(Fork::isWhole)) {
      throw new InputException(
          "%s: %s is kept as the summary of its forks, which cannot be cut; use --warmup 0 --measure all."
              .formatted(source, result.id()));
    }
    double perSecond = perSecond(result, source);
    int skipped = iterations(warmup, perSecond);
    List<double[]> cut = new ArrayList<>();
    for (Fork fork : recorded) {
      double[] scores = fork.scores();
      int length = measured.map(m -> iterations(m, perSecond)).orElse(scores.length - skipped);
      if (length < 1 || taken(skipped, length) > scores.length) {
        throw tooShort(result.id(), source, scores.length, skipped, Math.max(1, length));
      }
      for (int window = 0; window < windows; window++) {
        int from = skipped + window * length;
        cut.add(Arrays.copyOfRange(scores, from, from + length));
      }
    }
    return cut;
  }

  private InputException tooShort(
      BenchmarkId id, String source, int iterations, int skipped, int length) {
    String wanted = measured.map(m -> windows + " x " + text(m)).orElse("the rest");
    return new InputException(
        "%s: a fork of %s has %s iterations; to skip %s and measure %s takes %s. Shorten --warmup or --measure, or cut fewer --windows."
            .formatted(source, id, iterations, text(warmup), wanted, taken(skipped, length)));
  }

  /** How many iterations; as a long, because nobody keeps users from asking for all time. */
  private long taken(int skipped, int length) {
    return skipped + (long) windows * length;
  }

  /** In seconds, for people. */
  static String text(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
  }

  private static int iterations(Duration time, double perSecond) {
    // Less a little, so that what divides without remainder is not rounded up.
    return (int) Math.ceil(seconds(time) * perSecond - 1e-9);
  }

  static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  /**
   * How many recorded iterations stand for a second of measuring. A recorded iteration takes the
   * time that JMH was given for it, or that of one operation if that is longer. A second is as many
   * of them as fill it, at least one: JMH too finishes an operation that it has begun.
   */
  private static double perSecond(Result result, String source) {
    double nominal = nominal(result);
    double lasts = Math.max(nominal, operation(result));
    if (!(lasts > 0)) {
      throw new InputException(
          "%s does not tell how long an iteration of %s took; use --warmup 0 --measure all."
              .formatted(source, result.id()));
    }
    double iteration = Math.max(ITERATION, nominal);
    return Math.max(1, Math.ceil(iteration / lasts)) / iteration;
  }

  /** The time of an iteration as JMH writes it, {@code 100 ms}, in seconds; 0 if there is none. */
  private static double nominal(Result result) {
    return result.id().mode() == Mode.SINGLE_SHOT
        ? 0
        : Unit.seconds(result.settings().iterationTime()).orElse(0);
  }

  /** The median time of an invocation in seconds; 0 if the unit does not tell. */
  private static double operation(Result result) {
    double[] scores =
        result.score().forks().stream().flatMapToDouble(f -> Arrays.stream(f.scores())).toArray();
    Unit unit = result.score().metric().unit();
    double median = Quantiles.type7(scores, 0.5) * unit.scale();
    return switch (unit.dimension()) {
      case TIME_PER_OPERATION -> median * Math.max(1, result.settings().batchSize());
      case OPERATIONS_PER_TIME -> median > 0 ? result.id().threads() / median : 0;
      case BYTES_PER_OPERATION, OTHER -> 0;
    };
  }
}
