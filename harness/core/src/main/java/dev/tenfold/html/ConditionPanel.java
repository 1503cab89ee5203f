package dev.tenfold.html;

import dev.tenfold.run.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Draws, under the forks of a benchmark, how much of the processors others had in each. */
final class ConditionPanel {
  private static final int HEIGHT = 64;

  /** An axis is at least so long, so that a quiet machine looks quiet. */
  private static final double LONGEST_OF_QUIET = 0.2;

  private ConditionPanel() {}

  /** The panel; none where nothing at all is known of any fork. */
  static Optional<Panel> of(List<Leg> legs) {
    double most =
        legs.stream()
            .flatMap(leg -> leg.conditions().stream())
            .mapToDouble(each -> foreign(each).orElse(0) + stolen(each).orElse(0))
            .max()
            .orElse(-1);
    if (most < 0) {
      return Optional.empty();
    }
    Axis axis = new Axis(0, Math.max(LONGEST_OF_QUIET, most));
    Slots slots = Slots.of(legs);
    List<Mark> marks = new ArrayList<>();
    int unknown = 0;
    for (int leg = 0; leg < legs.size(); leg++) {
      List<Conditions> known = legs.get(leg).conditions();
      for (int fork = 0; fork < legs.get(leg).size(); fork++) {
        String x = slots.x(leg, fork, 0);
        if (fork < known.size() && isKnown(known.get(fork))) {
          marks.addAll(bars(known.get(fork), x, axis));
        } else {
          unknown++;
          marks.add(new Mark.Word(x, "56", "?", "centred"));
        }
      }
    }
    return Optional.of(
        new Panel(
            "Processors during each fork: solid what other processes had, striped what the hypervisor took, ? unknown",
            words(legs, unknown),
            HEIGHT,
            Tick.shares(axis, HEIGHT),
            marks));
  }

  private static List<Mark> bars(Conditions conditions, String x, Axis axis) {
    double foreign = foreign(conditions).orElse(0);
    double all = foreign + stolen(conditions).orElse(0);
    List<Mark> bars = new ArrayList<>();
    bars.add(new Mark.Line(x, axis.down(0, HEIGHT), x, axis.down(foreign, HEIGHT), "foreign"));
    if (all > foreign) {
      bars.add(new Mark.Line(x, axis.down(foreign, HEIGHT), x, axis.down(all, HEIGHT), "stolen"));
    }
    return bars;
  }

  private static boolean isKnown(Conditions conditions) {
    return foreign(conditions).isPresent() || stolen(conditions).isPresent();
  }

  private static OptionalDouble foreign(Conditions conditions) {
    return conditions.processor().foreign();
  }

  private static OptionalDouble stolen(Conditions conditions) {
    return conditions.processor().stolen();
  }

  private static String words(List<Leg> legs, int unknown) {
    return "Of %s forks: other processes %s; stolen %s; unknown of %s."
        .formatted(
            legs.stream().mapToInt(Leg::size).sum(),
            Spread.of(legs, ConditionPanel::foreign).shares(),
            Spread.of(legs, ConditionPanel::stolen).shares(),
            unknown);
  }
}
