package dev.tenfold.html;

import dev.tenfold.report.Figures;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Draws where each fork of both sides stands. */
final class LevelPanel {
  private static final int HEIGHT = 150;
  private static final String BASE = "base";
  private static final String HEAD = "head";

  /** Base and head stand so far beside the middle of their slot. */
  private static final double BESIDE = 0.16;

  /** An axis is at least this part of its level long: what is closer together is the same. */
  private static final double SHORTEST = 0.002;

  private LevelPanel() {}

  /** The level of a fork, and the slot in which it stands. */
  private record Level(int leg, int fork, String side, double value) {}

  /**
   * The panel; none if no fork of these legs has the metric.
   *
   * @param what the level of a fork is called
   * @param level of a fork, in the unit of its series
   */
  static Optional<Panel> of(
      String what, Metric metric, ToDoubleFunction<Fork> level, List<Leg> legs) {
    List<Level> levels = new ArrayList<>();
    for (int leg = 0; leg < legs.size(); leg++) {
      add(leg, BASE, Leg.forks(legs.get(leg).base(), metric), level, levels);
      add(leg, HEAD, Leg.forks(legs.get(leg).head(), metric), level, levels);
    }
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    double pivot = levels.get(0).value() == 0 ? last(levels) : levels.get(0).value();
    Figures figures = Figures.of(metric.unit(), pivot);
    Axis axis =
        Axis.around(
            levels.stream().mapToDouble(Level::value).toArray(), SHORTEST * Math.abs(pivot));
    return Optional.of(
        new Panel(
            "%s of each fork, in %s: \u25cb base, \u25cf head"
                .formatted(what, figures.unit().strip()),
            side("Base", BASE, levels, figures) + side("Head", HEAD, levels, figures),
            HEIGHT,
            Tick.levels(axis, HEIGHT, figures),
            marks(levels, axis, legs)));
  }

  private static void add(
      int leg, String side, List<Fork> forks, ToDoubleFunction<Fork> level, List<Level> to) {
    for (int fork = 0; fork < forks.size(); fork++) {
      to.add(new Level(leg, fork, side, level.applyAsDouble(forks.get(fork))));
    }
  }

  private static double last(List<Level> levels) {
    return levels.get(levels.size() - 1).value();
  }

  private static List<Mark> marks(List<Level> levels, Axis axis, List<Leg> legs) {
    Slots slots = Slots.of(legs);
    List<Mark> marks = new ArrayList<>(slots.names(legs));
    for (Level level : levels) {
      double shift = level.side().equals(BASE) ? -BESIDE : BESIDE;
      marks.add(
          new Mark.Dot(
              slots.x(level.leg(), level.fork(), shift),
              axis.down(level.value(), HEIGHT),
              level.side()));
    }
    return marks;
  }

  private static String side(String word, String side, List<Level> levels, Figures figures) {
    double[] values =
        levels.stream()
            .filter(level -> level.side().equals(side))
            .mapToDouble(Level::value)
            .sorted()
            .toArray();
    return values.length == 0
        ? word + ": no forks. "
        : "%s: %s forks from %s to %s%s. "
            .formatted(
                word,
                values.length,
                figures.number(values[0]),
                figures.number(values[values.length - 1]),
                figures.unit());
  }
}
