package dev.tenfold.html;

import java.util.ArrayList;
import java.util.List;

/**
 * The places of forks beside each other, in the order in which they were taken: leg by leg, with a
 * gap between.
 *
 * @param forks how many each leg has; each at least 1
 */
record Slots(List<Integer> forks) {
  /** What is right of this, in per cent, is left to what all forks come to. */
  private static final double END = 93;

  /** Few forks are not strewn over the whole width. */
  private static final double WIDEST = 12;

  private static final double GAP = 1;

  Slots {
    forks = List.copyOf(forks);
  }

  static Slots of(List<Leg> legs) {
    return new Slots(legs.stream().map(Leg::size).toList());
  }

  /**
   * The place of a fork in per cent.
   *
   * @param shift beside the middle of its slot, in slots
   */
  String x(int leg, int fork, double shift) {
    return Axis.coordinate((begin(leg) + fork + 0.5 + shift) * width());
  }

  /** The place of what all forks come to. */
  static String end() {
    return "97";
  }

  /** The names of the legs, each where its forks begin. */
  List<Mark> names(List<Leg> legs) {
    List<Mark> words = new ArrayList<>();
    for (int leg = 0; leg < legs.size(); leg++) {
      words.add(new Mark.Word(x(leg, 0, -0.5), "-4", legs.get(leg).name(), "leg"));
    }
    return words;
  }

  private double begin(int leg) {
    double begin = 0;
    for (int i = 0; i < leg; i++) {
      begin += forks.get(i) + GAP;
    }
    return begin;
  }

  private double width() {
    double all = begin(forks.size()) - GAP;
    return Math.min(WIDEST, END / all);
  }
}
