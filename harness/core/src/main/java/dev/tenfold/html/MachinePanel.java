package dev.tenfold.html;

import dev.tenfold.run.Conditions;
import dev.tenfold.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Draws what else the machine did over the whole run. In each round every benchmark is measured
 * once, in an order that is drawn; the rounds are in their order.
 */
final class MachinePanel {
  private static final int HEIGHT = 90;
  private static final double LONGEST_OF_QUIET = 0.2;
  private static final double BREADTH = 10;

  /** A line through the middle of a round reaches so far to both sides, in slots. */
  private static final double REACH = 0.36;

  private final String name;
  private final List<List<Spread>> legs = new ArrayList<>();

  private MachinePanel(String name) {
    this.name = name;
  }

  /** One panel for each thing that is watched; none without a run of the head. */
  static List<Panel> of(Runs runs) {
    List<Run> legs = Stream.of(runs.head(), runs.freshHead()).flatMap(Optional::stream).toList();
    return legs.stream().allMatch(run -> run.results().isEmpty())
        ? List.of()
        : List.of(
            panel("Processor time of other processes", legs, each -> each.processor().foreign()),
            panel(
                "Processor time stolen by the hypervisor", legs, each -> each.processor().stolen()),
            panel("Time in which somebody waited for a processor", legs, Conditions::waited));
  }

  private static Panel panel(
      String name, List<Run> runs, Function<Conditions, OptionalDouble> share) {
    MachinePanel panel = new MachinePanel(name);
    runs.forEach(run -> panel.add(run, share));
    return panel.drawn();
  }

  private void add(Run run, Function<Conditions, OptionalDouble> share) {
    int rounds =
        run.results().stream().mapToInt(each -> each.score().forks().size()).max().orElse(0);
    List<Spread> spreads = new ArrayList<>();
    for (int number = 0; number < rounds; number++) {
      spreads.add(round(run, number, share));
    }
    if (!spreads.isEmpty()) {
      legs.add(spreads);
    }
  }

  private static Spread round(Run run, int number, Function<Conditions, OptionalDouble> share) {
    List<OptionalDouble> bouts =
        run.results().stream()
            .filter(each -> each.score().forks().size() > number)
            .map(each -> each.circumstances().conditions())
            .map(
                known ->
                    number < known.size() ? share.apply(known.get(number)) : OptionalDouble.empty())
            .toList();
    List<Double> known = bouts.stream().flatMapToDouble(OptionalDouble::stream).boxed().toList();
    return new Spread(known, bouts.size() - known.size());
  }

  private Panel drawn() {
    Axis axis = new Axis(0, Math.max(LONGEST_OF_QUIET, all().most()));
    Slots slots = new Slots(legs.stream().map(List::size).toList());
    List<Mark> marks = new ArrayList<>();
    for (int leg = 0; leg < legs.size(); leg++) {
      String word = leg == 0 ? Leg.SCREENING : Leg.FRESH;
      marks.add(new Mark.Word(slots.x(leg, 0, -0.5), "-4", word, "leg"));
      for (int round = 0; round < legs.get(leg).size(); round++) {
        draw(legs.get(leg).get(round), slots, leg, round, axis, marks);
      }
    }
    return new Panel(name, all().shares() + ".", HEIGHT, Tick.shares(axis, HEIGHT), marks);
  }

  private static void draw(
      Spread round, Slots slots, int leg, int number, Axis axis, List<Mark> to) {
    if (round.known().isEmpty()) {
      to.add(new Mark.Word(slots.x(leg, number, 0), "80", "?", "centred"));
      return;
    }
    StringBuilder path = new StringBuilder();
    int count = round.known().size();
    for (int i = 0; i < count; i++) {
      // Ascending from left to right: which bout of a round came first was not kept.
      double x = count == 1 ? 0 : BREADTH * (i / (count - 1.0) - 0.5);
      path.append('M').append(Axis.coordinate(x)).append(' ');
      path.append(axis.down(round.known().get(i), HEIGHT)).append("h0");
    }
    to.add(new Mark.Cloud(slots.x(leg, number, 0), path.toString()));
    String middle = axis.down(round.middle(), HEIGHT);
    to.add(
        new Mark.Line(
            slots.x(leg, number, -REACH), middle, slots.x(leg, number, REACH), middle, "middle"));
  }

  private Spread all() {
    return new Spread(
        legs.stream().flatMap(List::stream).flatMap(each -> each.known().stream()).toList(),
        legs.stream().flatMap(List::stream).mapToInt(Spread::unknown).sum());
  }
}
