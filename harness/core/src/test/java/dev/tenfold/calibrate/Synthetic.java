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

/** Recordings whose truth is known: forks around one level, in which nothing changed. */
final class Synthetic {
  private static final int FORKS = 50;
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
    return new Recording(any, forks);
  }
}
