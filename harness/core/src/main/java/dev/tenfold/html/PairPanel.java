package dev.tenfold.html;

import dev.tenfold.compare.PairContrasts;
import dev.tenfold.compare.Pairs;
import dev.tenfold.compare.Scale;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.judge.Margins;
import dev.tenfold.report.Figures;
import dev.tenfold.run.Better;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Metric;
import dev.tenfold.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Draws what each pair of forks says of a ratio, its rounds behind it, and at the right end what
 * all pairs come to.
 */
final class PairPanel {
  /** The most rounds that are drawn of one benchmark: of each pair as many, evenly picked. */
  private static final int MOST_ROUNDS = 1000;

  private static final int HEIGHT = 190;

  /** The rounds of a pair stand in their order within so many pixels. */
  private static final double BREADTH = 9;

  /** An axis is at least so long, on the log scale. */
  private static final double SHORTEST = 0.01;

  /** Of the rounds so many, at either end, are drawn at the edge rather than stretch the axis. */
  private static final double EXTREME = 0.1;

  private final Evidence evidence;
  private final Margins margins;
  private final List<Leg> legs;
  private final List<Pair> pairs;
  private final Axis axis;

  /**
   * What a pair says, on the log scale, in the direction of the number.
   *
   * @param fork its number on the side of the head
   */
  private record Pair(int leg, int fork, double middle, double[] rounds) {}

  private PairPanel(Evidence evidence, Margins margins, List<Leg> legs, List<Pair> pairs) {
    this.evidence = evidence;
    this.margins = margins;
    this.legs = legs;
    this.pairs = pairs;
    this.axis = axis();
  }

  /**
   * The panel; none where forks took no turns, or where the sides were subtracted.
   *
   * @param withRounds whether the rounds are drawn too
   */
  static Optional<Panel> of(
      Evidence evidence, Margins margins, List<Leg> legs, boolean withRounds) {
    if (evidence.difference().scale() != Scale.LOG_RATIO) {
      return Optional.empty();
    }
    Metric metric = evidence.difference().metric();
    List<Pair> pairs = new ArrayList<>();
    for (int leg = 0; leg < legs.size(); leg++) {
      add(leg, legs.get(leg), metric, withRounds, pairs);
    }
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(new PairPanel(evidence, margins, legs, pairs).panel());
  }

  private static void add(int number, Leg leg, Metric metric, boolean withRounds, List<Pair> to) {
    if (leg.base().isEmpty() || leg.head().isEmpty()) {
      return;
    }
    Pairs pairs = Pairs.of(leg.base().get(), leg.head().get());
    List<Fork> bases = Leg.forks(leg.base(), metric);
    List<Fork> heads = Leg.forks(leg.head(), metric);
    if (!pairs.fit(bases, heads)) {
      return;
    }
    for (int i = 0; i < pairs.head().size(); i++) {
      Fork base = bases.get(pairs.base().get(i));
      Fork head = heads.get(pairs.head().get(i));
      double middle = PairContrasts.middle(Scale.LOG_RATIO, base, head);
      if (Double.isFinite(middle)) {
        double[] rounds =
            withRounds ? PairContrasts.rounds(Scale.LOG_RATIO, base, head) : new double[0];
        to.add(new Pair(number, pairs.head().get(i), middle, rounds));
      }
    }
  }

  private Axis axis() {
    double[] rounds =
        pairs.stream()
            .flatMapToDouble(pair -> Arrays.stream(pair.rounds()))
            .filter(Double::isFinite)
            .toArray();
    double[] most =
        rounds.length == 0
            ? new double[0]
            : new double[] {Quantiles.type7(rounds, EXTREME), Quantiles.type7(rounds, 1 - EXTREME)};
    double[] known = {
      Math.log1p(evidence.interval().low()),
      Math.log1p(evidence.interval().high()),
      margins.equalLow(),
      margins.equalHigh()
    };
    DoubleStream middles = pairs.stream().mapToDouble(Pair::middle);
    return Axis.around(
        DoubleStream.concat(middles, DoubleStream.concat(Arrays.stream(most), Arrays.stream(known)))
            .toArray(),
        SHORTEST);
  }

  private Panel panel() {
    List<Mark> marks = new ArrayList<>(margins());
    Slots slots = Slots.of(legs);
    marks.addAll(slots.names(legs));
    for (Pair pair : pairs) {
      String x = slots.x(pair.leg(), pair.fork(), 0);
      if (pair.rounds().length > 0) {
        marks.add(new Mark.Cloud(x, cloud(pair.rounds())));
      }
      marks.add(new Mark.Dot(x, down(pair.middle()), "pair"));
    }
    marks.addAll(result());
    return new Panel(title(), words(), HEIGHT, Tick.changes(axis, HEIGHT), marks);
  }

  /** Margins point to the worse; a throughput gets worse downwards. */
  private List<Mark> margins() {
    boolean falls = evidence.difference().metric().better() == Better.HIGHER;
    double low = falls ? -margins.equalHigh() : margins.equalLow();
    double high = falls ? -margins.equalLow() : margins.equalHigh();
    List<Mark> marks = new ArrayList<>();
    marks.add(Mark.Band.of(axis, low, high, HEIGHT, "equal"));
    for (double threshold : new double[] {margins.worse(), margins.better()}) {
      double own = falls ? -threshold : threshold;
      if (axis.holds(own)) {
        marks.add(across(own, "threshold"));
      }
    }
    marks.add(across(0, "zero"));
    return marks;
  }

  private Mark across(double value, String kind) {
    return new Mark.Line("0", down(value), "100", down(value), kind);
  }

  private List<Mark> result() {
    String x = Slots.end();
    return List.of(
        new Mark.Line(
            x,
            down(Math.log1p(evidence.interval().low())),
            x,
            down(Math.log1p(evidence.interval().high())),
            "reach"),
        new Mark.Dot(x, down(Math.log1p(evidence.change())), "estimate"));
  }

  private String down(double value) {
    return axis.down(value, HEIGHT);
  }

  private String cloud(double[] rounds) {
    int most = Math.min(rounds.length, Math.max(1, MOST_ROUNDS / pairs.size()));
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < most; i++) {
      double round = rounds[(int) ((long) i * rounds.length / most)];
      double x = most == 1 ? 0 : BREADTH * (i / (most - 1.0) - 0.5);
      if (!Double.isNaN(round)) {
        path.append('M').append(tenths(x)).append(' ');
        path.append(tenths(HEIGHT * (1 - axis.at(round)))).append("h0");
      }
    }
    return path.toString();
  }

  private static String tenths(double value) {
    return Axis.coordinate(Math.rint(value * 10) / 10);
  }

  private String title() {
    boolean rounds = pairs.stream().anyMatch(pair -> pair.rounds().length > 0);
    return "Change in each pair: \u25cf the pair"
        + (rounds ? ", faint its rounds in their order" : "")
        + "; at the right the estimate with its interval at 95 %";
  }

  private String words() {
    double[] middles = pairs.stream().mapToDouble(Pair::middle).sorted().toArray();
    return "%s pairs, from %s to %s, half of them below %s. The estimate is %s."
        .formatted(
            middles.length,
            percent(middles[0]),
            percent(middles[middles.length - 1]),
            percent(Quantiles.ofSorted(middles, 0.5)),
            Figures.percent(evidence.change(), evidence.interval()));
  }

  private static String percent(double log) {
    return Figures.percent(Math.expm1(log), 1);
  }
}
