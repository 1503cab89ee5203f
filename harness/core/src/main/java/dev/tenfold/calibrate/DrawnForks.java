package dev.tenfold.calibrate;

import dev.tenfold.calibrate.Recording.Draw;
import dev.tenfold.check.ForkSource;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Forks that were drawn before they are asked for. */
final class DrawnForks implements ForkSource {
  /** Both sides of a simulated check are of one moment. */
  private static final Origin NOW =
      new Origin(Optional.empty(), Optional.empty(), Optional.of(Instant.EPOCH), Optional.empty());

  private final Map<BenchmarkId, Drawn> suite = new TreeMap<>();
  private final double slowdown;
  private final Duration bout;
  private final List<Drawing> legs = new ArrayList<>();

  /** A benchmark and whether it changes, with the forks of both legs. */
  record Drawn(Recording recording, boolean changes, Draw screening, Draw confirmation) {}

  /**
   * Forks of a suite.
   *
   * @param slowdown of those that change
   * @param forkTime machine time of one fork of one side
   */
  DrawnForks(List<Drawn> suite, double slowdown, Duration forkTime) {
    suite.forEach(drawn -> this.suite.put(drawn.recording().id(), drawn));
    this.slowdown = slowdown;
    this.bout = forkTime.multipliedBy(2);
  }

  @Override
  public Leg screening() {
    return begin(new Drawing(Drawn::screening, Looks.ONCE));
  }

  @Override
  public Leg confirming(Looks looks) {
    return begin(new Drawing(Drawn::confirmation, looks));
  }

  private Leg begin(Drawing leg) {
    legs.add(leg);
    return leg;
  }

  /** How many benchmarks were measured again. */
  int suspects() {
    return legs.size() < 2 ? 0 : legs.get(1).taken.size();
  }

  /** How many forks were taken on each side, of all benchmarks together. */
  long taken() {
    return legs.stream().mapToLong(Drawing::total).sum();
  }

  private final class Drawing implements Leg {
    private final Function<Drawn, Draw> leg;
    private final Looks looks;
    private final Map<BenchmarkId, Integer> taken = new TreeMap<>();

    Drawing(Function<Drawn, Draw> leg, Looks looks) {
      this.leg = leg;
      this.looks = looks;
    }

    @Override
    public Collection<BenchmarkId> benchmarks() {
      return suite.keySet();
    }

    @Override
    public int taken(BenchmarkId id) {
      return taken.getOrDefault(id, 0);
    }

    @Override
    public Duration took() {
      return bout.multipliedBy(total());
    }

    long total() {
      return taken.values().stream().mapToLong(Integer::longValue).sum();
    }

    @Override
    public void until(int forks, Collection<BenchmarkId> ids, String what) {
      ids.forEach(id -> taken.merge(id, forks, Math::max));
    }

    @Override
    public Sides sides() {
      List<Result> base = new ArrayList<>();
      List<Result> head = new ArrayList<>();
      suite.forEach(
          (id, drawn) -> {
            int forks = taken(id);
            if (forks > 0) {
              double factor = drawn.changes() ? 1 + slowdown : 1;
              base.add(drawn.recording().base(leg.apply(drawn), forks, looks));
              head.add(drawn.recording().head(leg.apply(drawn), forks, factor, looks));
            }
          });
      return new Sides(new Run(NOW, base, List.of()), new Run(NOW, head, List.of()));
    }
  }
}
