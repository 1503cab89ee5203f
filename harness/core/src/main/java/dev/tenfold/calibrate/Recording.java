package dev.tenfold.calibrate;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Better;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Result;
import dev.tenfold.run.Series;
import dev.tenfold.run.Turns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The forks of one benchmark in which, by the word of the user, nothing changed: from them base and
 * head are drawn.
 *
 * @param recorded what was recorded; its iterations and secondary metrics are left out
 * @param forks that may be drawn
 * @param partners for each of them, the one that took turns with it and is drawn with it; empty if
 *     forks are drawn one by one
 */
public record Recording(Result recorded, List<Fork> forks, List<Fork> partners) {
  public Recording {
    recorded =
        new Result(
            recorded.id(),
            recorded.settings(),
            recorded.jvm(),
            recorded.score().summarised(),
            Collections.emptySortedMap());
    forks = List.copyOf(forks);
    partners = List.copyOf(partners);
    if (!partners.isEmpty() && partners.size() != forks.size()) {
      throw new IllegalArgumentException("A partner for each fork, or for none.");
    }
  }

  /** Forks that took no turns. */
  static Recording of(Result recorded, List<Fork> forks) {
    return new Recording(recorded, forks, List.of());
  }

  /**
   * The forks of one jar on both sides. Which of a pair was called the base is chance, so each pair
   * may be drawn either way round.
   */
  static Recording of(Result base, Result head) {
    List<Fork> bases = base.score().forks();
    List<Fork> heads = head.score().forks();
    List<Turns> turns = base.circumstances().turns();
    boolean paired = !turns.isEmpty() && turns.equals(head.circumstances().turns());
    return new Recording(
        base,
        Stream.concat(bases.stream(), heads.stream()).toList(),
        paired ? Stream.concat(heads.stream(), bases.stream()).toList() : List.of());
  }

  public BenchmarkId id() {
    return recorded.id();
  }

  public Metric metric() {
    return recorded.score().metric();
  }

  public boolean isPaired() {
    return !partners.isEmpty();
  }

  /** Forks that were drawn for both sides, by number and in their order. */
  record Draw(int[] base, int[] head) {}

  /** Draws with replacement, each independent of the others, as the tests suppose of forks. */
  Draw draw(int count, SplittableRandom random) {
    int[] base = random.ints(count, 0, forks.size()).toArray();
    return new Draw(base, isPaired() ? base : random.ints(count, 0, forks.size()).toArray());
  }

  /** What measuring the base would have given, after so many forks. */
  Result base(Draw draw, int count, Looks looks) {
    return measured(forks, draw.base(), count, 1, looks);
  }

  /**
   * What measuring the head would have given, after so many forks.
   *
   * @param factor how many times as slow the code had been
   */
  Result head(Draw draw, int count, double factor, Looks looks) {
    return measured(isPaired() ? partners : forks, draw.head(), count, factor, looks);
  }

  private Result measured(List<Fork> from, int[] drawn, int count, double factor, Looks looks) {
    boolean rate = metric().better() == Better.HIGHER;
    double scale = rate ? 1 / factor : factor;
    List<Fork> measured = new ArrayList<>();
    List<Turns> turns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Fork fork = from.get(drawn[i]);
      measured.add(scale == 1 ? fork : fork.scaled(scale));
      if (isPaired()) {
        turns.add(new Turns(i, ""));
      }
    }
    Result result =
        new Result(
            recorded.id(),
            recorded.settings(),
            recorded.jvm(),
            new Series(metric(), measured),
            recorded.secondary());
    return result.under(new Circumstances(turns, Optional.empty(), looks, List.of(), List.of()));
  }
}
