package dev.tenfold.html;

import dev.tenfold.growth.Fit;
import dev.tenfold.growth.Growth;
import dev.tenfold.report.Figures;
import dev.tenfold.run.Better;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Draws how the time of a benchmark grows with its size, on logarithmic axes. */
final class GrowthPanel {
  private static final int HEIGHT = 200;

  /** Below the curves the sizes are written. */
  private static final int FOOT = 24;

  /** As many straight pieces make a curve. */
  private static final int PIECES = 24;

  /** What is free at the left and at the right, in parts of the width. */
  private static final double FREE = 0.06;

  private final Growth growth;
  private final List<Side> sides;
  private final Axis across;
  private final Axis up;

  /**
   * One of the two.
   *
   * @param name base or head
   * @param levels logarithm of the time by size
   * @param fit the order of the levels
   */
  private record Side(String name, SortedMap<Double, Double> levels, Optional<Fit> fit) {

    /** The curve of the order, as high as it lies closest to the levels. */
    Optional<DoubleUnaryOperator> curve() {
      OptionalDouble factor =
          levels.entrySet().stream()
              .mapToDouble(level -> level.getValue() - order(level.getKey()))
              .average();
      return fit.isPresent() && factor.isPresent()
          ? Optional.of(size -> factor.getAsDouble() + order(size))
          : Optional.empty();
    }

    private double order(double size) {
      return fit.map(each -> each.order().log(size)).orElse(0.0);
    }

    DoubleStream heights(double... sizes) {
      return DoubleStream.concat(
          levels.values().stream().mapToDouble(Double::doubleValue),
          curve().map(curve -> DoubleStream.of(sizes).map(curve)).orElse(DoubleStream.empty()));
    }

    String words() {
      List<Double> logs = List.copyOf(levels.values());
      if (logs.isEmpty()) {
        return "";
      }
      double times = Math.exp(logs.get(logs.size() - 1) - logs.get(0));
      return "In the %s the largest size takes %s times as long as the smallest. "
          .formatted(name, Figures.exact(Math.rint(times * 10) / 10));
    }
  }

  private GrowthPanel(Growth growth, Runs runs) {
    this.growth = growth;
    this.sides =
        List.of(
            new Side("base", levels(growth, runs.base()), growth.base()),
            new Side("head", levels(growth, runs.head()), Optional.of(growth.head())));
    double first = growth.sizes().get(0);
    double last = growth.sizes().get(growth.sizes().size() - 1);
    double free = Math.log(last / first) * FREE / (1 - 2 * FREE);
    this.across = new Axis(Math.log(first) - free, Math.log(last) + free);
    this.up =
        Axis.around(
            sides.stream().flatMapToDouble(side -> side.heights(first, last)).toArray(),
            Math.log(2));
  }

  /** The panel; none where the levels are not at hand. */
  static Optional<Panel> of(Growth growth, Runs runs) {
    GrowthPanel drawing = new GrowthPanel(growth, runs);
    return drawing.levels().findAny().isEmpty() ? Optional.empty() : Optional.of(drawing.panel());
  }

  /** The middle of the forks' quiet quartiles; of a throughput, of the time that it means. */
  private static SortedMap<Double, Double> levels(Growth growth, Optional<Run> run) {
    SortedMap<Double, Double> levels = new TreeMap<>();
    for (Result result : run.map(Run::results).orElse(List.of())) {
      OptionalDouble size = growth.sizeOf(result.id());
      int sign = result.score().metric().better() == Better.HIGHER ? -1 : 1;
      double log =
          result.score().forks().stream()
              .mapToDouble(Fork::quartile)
              .map(level -> sign * Math.log(level))
              .average()
              .orElseThrow();
      if (size.isPresent() && Double.isFinite(log)) {
        levels.put(size.getAsDouble(), log);
      }
    }
    return levels;
  }

  private Stream<Double> levels() {
    return sides.stream().flatMap(side -> side.levels().values().stream());
  }

  private Panel panel() {
    List<Mark> marks = new ArrayList<>();
    for (Side side : sides) {
      side.curve().ifPresent(curve -> draw(curve, side.name() + "-curve", marks));
    }
    for (Side side : sides) {
      side.levels()
          .forEach((size, log) -> marks.add(new Mark.Dot(x(size), down(log), side.name())));
    }
    for (double size : growth.sizes()) {
      marks.add(
          new Mark.Word(x(size), Integer.toString(HEIGHT - 4), Figures.exact(size), "centred"));
    }
    return new Panel(
        "Time against %s, both axes logarithmic: \u25cb base, \u25cf head, and the order that fits each best"
            .formatted(HtmlReport.shown(growth.param())),
        sides.get(0).words() + sides.get(1).words(),
        HEIGHT,
        ticks(),
        marks);
  }

  private void draw(DoubleUnaryOperator curve, String kind, List<Mark> to) {
    double first = growth.sizes().get(0);
    double last = growth.sizes().get(growth.sizes().size() - 1);
    for (int i = 0; i < PIECES; i++) {
      double from = first * Math.pow(last / first, (double) i / PIECES);
      double until = first * Math.pow(last / first, (i + 1.0) / PIECES);
      to.add(
          new Mark.Line(
              x(from),
              down(curve.applyAsDouble(from)),
              x(until),
              down(curve.applyAsDouble(until)),
              kind));
    }
  }

  private String x(double size) {
    return across.across(Math.log(size));
  }

  private String down(double log) {
    return up.down(log, HEIGHT - FOOT);
  }

  /** How many times the smallest level, in powers of ten. */
  private List<Tick> ticks() {
    double least = levels().min(Double::compare).orElseThrow();
    int most = (int) Math.floor((up.high() - least) / Math.log(10));
    int step = Math.max(1, (most + 3) / 4);
    List<Tick> ticks = new ArrayList<>();
    for (int power = 0; power <= most; power += step) {
      String times = BigDecimal.ONE.scaleByPowerOfTen(power).toPlainString();
      ticks.add(new Tick(down(least + power * Math.log(10)), times + "\u00d7"));
    }
    return ticks;
  }
}
