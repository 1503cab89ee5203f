package dev.tenfold.check;

import dev.tenfold.check.ForkSource.Leg;
import dev.tenfold.check.ForkSource.Sides;
import dev.tenfold.check.Material.Confirmation;
import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.Comparison;
import dev.tenfold.compare.Terms;
import dev.tenfold.compare.Tolerance;
import dev.tenfold.config.Effort;
import dev.tenfold.judge.Judge;
import dev.tenfold.run.BenchmarkId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes forks of two sides until it is decided, or until the budget is spent: all in the screening,
 * the suspects again in the confirmation, and each no longer than its looks say.
 *
 * <p>A budget goes first to the suspects, for it is they who can fail a build, and to as many of
 * them as can be measured to the last look if need be: a few fresh forks for each would decide of
 * none. What is left makes the screening sharper where it is too vague for any claim.
 */
public final class Campaign {
  /** So many times the forks of the planned screening are the most that sharpening takes. */
  public static final int SHARPEST = 4;

  private static final Duration FOREVER = Duration.ofDays(365);

  private final ForkSource source;
  private final Effort effort;
  private final Judge judge;
  private final Set<Tolerance> tolerated;
  private final List<Leg> legs = new ArrayList<>();

  public Campaign(ForkSource source, Effort effort, Judge judge, Set<Tolerance> tolerated) {
    this.source = source;
    this.effort = effort;
    this.judge = judge;
    this.tolerated = tolerated;
  }

  /**
   * Runs to its end.
   *
   * @param screened is told what is known after the planned screening
   * @return all that is known
   */
  public Material run(Consumer<Material> screened) {
    Leg screening = begun(source.screening());
    for (int forks : effort.screening().at()) {
      boolean first = forks == effort.forks();
      screening.until(
          forks, first ? screening.benchmarks() : judge.open(compared(screening)), "screening");
    }
    screened.accept(material());
    confirm();
    if (effort.budget().isPresent()) {
      for (int times = 2; times <= SHARPEST; times *= 2) {
        sharpen(screening, times * effort.screening().most());
        confirm(); // what looks worse now that it is seen more sharply
      }
    }
    return material();
  }

  private Leg begun(Leg leg) {
    legs.add(leg);
    return leg;
  }

  private void sharpen(Leg screening, int forks) {
    List<BenchmarkId> vague = affordable(screening, judge.vague(compared(screening)), forks);
    screening.until(forks, vague, "sharpening %s".formatted(vague.size()));
  }

  /** Measures again what is suspect and was not, the most suspect first, as far as time reaches. */
  private void confirm() {
    Comparison screening = compared(legs.get(0));
    List<BenchmarkId> waiting = new ArrayList<>(judge.mostSuspectFirst(screening));
    if (!waiting.isEmpty() && legs.size() < 2) {
      begun(source.confirming(effort.confirming()));
    }
    waiting.removeIf(id -> legs.get(1).taken(id) > 0);
    List<Integer> looks = new ArrayList<>(effort.confirming().at());
    while (!waiting.isEmpty() && !looks.isEmpty()) {
      int last = looks.get(looks.size() - 1);
      List<BenchmarkId> next = affordable(legs.get(1), waiting, last);
      if (next.isEmpty()) {
        looks.remove(looks.size() - 1);
      } else {
        confirm(screening, next, looks);
        waiting.removeAll(next);
      }
    }
  }

  private void confirm(Comparison screening, List<BenchmarkId> suspects, List<Integer> looks) {
    Leg leg = legs.get(1);
    String what = "confirming %s suspects";
    List<BenchmarkId> ids = suspects;
    for (int forks : looks) {
      leg.until(forks, ids, what.formatted(ids.size()));
      List<BenchmarkId> undecided = judge.undecided(screening, confirmation(leg).looks(tolerated));
      ids = undecided.stream().filter(suspects::contains).toList();
    }
  }

  private static Confirmation confirmation(Leg leg) {
    Sides sides = leg.sides();
    return new Confirmation(sides.base(), sides.head());
  }

  private Material material() {
    Sides sides = legs.get(0).sides();
    Optional<Confirmation> confirmation =
        legs.stream().skip(1).filter(leg -> bouts(leg) > 0).map(Campaign::confirmation).findFirst();
    return new Material(Optional.of(sides.base()), sides.head(), confirmation);
  }

  private static int bouts(Leg leg) {
    return leg.benchmarks().stream().mapToInt(leg::taken).sum();
  }

  /** The first of these benchmarks, as many as can be brought to so many forks. */
  private List<BenchmarkId> affordable(Leg leg, List<BenchmarkId> ids, int forks) {
    Duration spent = legs.stream().map(Leg::took).reduce(Duration.ZERO, Duration::plus);
    double bout =
        (double) spent.toNanos() / Math.max(1, legs.stream().mapToInt(Campaign::bouts).sum());
    double left = effort.budget().orElse(FOREVER).minus(spent).toNanos();
    List<BenchmarkId> affordable = new ArrayList<>();
    for (BenchmarkId id : ids) {
      left -= bout * (forks - leg.taken(id));
      if (left < 0) {
        return affordable;
      }
      affordable.add(id);
    }
    return affordable;
  }

  private Comparison compared(Leg leg) {
    Sides sides = leg.sides();
    return Comparer.compare(sides.base(), sides.head(), Terms.sideBySide(tolerated));
  }
}
