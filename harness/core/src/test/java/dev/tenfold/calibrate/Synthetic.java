package dev.tenfold.calibrate;

import dev.tenfold.run.Fork;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Recordings whose truth is known: forks around one level, in which nothing changed. */
final class Synthetic {
  private static final int FORKS = 50;
  private static final int PAIRS = 400;
  private static final double LEVEL = 100;

  private Synthetic() {}

  /**
   * Times and throughputs by turns.
   *
   * @param spread standard deviation between forks, on the log scale
   */
  static Recordings recordings(int benchmarks, double spread, long seed) {
    Random random = new Random(seed);
    List<Recording> all = new ArrayList<>();
    for (int i = 0; i < benchmarks; i++) {
      all.add(recording("m" + i, i % 2 == 0 ? Mode.AVERAGE_TIME : Mode.THROUGHPUT, spread, random));
    }
    return of(all);
  }

  static Recordings of(List<Recording> all) {
    Cut cut = new Cut(Duration.ZERO, Optional.empty(), 1);
    return new Recordings(List.of("synthetic.json"), cut, all);
  }

  static Recording recording(String name, Mode mode, double spread, Random random) {
    List<Fork> forks = new ArrayList<>();
    for (int i = 0; i < FORKS; i++) {
      double fork = LEVEL * Math.exp(spread * random.nextGaussian());
      double mean = fork * Math.exp(spread * random.nextGaussian() / 2);
      forks.add(Fork.summary(10, mean, fork));
    }
    Result any = Runs.result(Runs.id(name, mode), new double[FORKS]);
    return Recording.of(any, forks);
  }

  /**
   * Pairs that are apart by chance alone, the medians of their rounds with this standard deviation
   * and their means with one and a half times as much; what both have in common hides neither.
   */
  static Recording pairs(String name, double spread, Random random) {
    List<Fork> bases = new ArrayList<>();
    List<Fork> heads = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      double level = LEVEL * Math.exp(random.nextGaussian());
      double median = spread * random.nextGaussian();
      double mean = 1.4 * (0.8 * median + 0.6 * spread * random.nextGaussian());
      bases.add(Fork.summary(50, level, level));
      heads.add(Fork.summary(50, level * Math.exp(mean), level * Math.exp(median)));
    }
    List<Fork> either = Stream.concat(bases.stream(), heads.stream()).toList();
    List<Fork> partners = Stream.concat(heads.stream(), bases.stream()).toList();
    return new Recording(Runs.result(Runs.id(name), new double[PAIRS]), either, partners);
  }
}
