package dev.tenfold.compare;

import dev.tenfold.run.Fork;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Result;
import dev.tenfold.run.Turns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fork of the base took turns with which fork of the head.
 *
 * @param base numbers of forks of the base, from 0
 * @param head for each of them, the number of its partner
 * @param looks that were planned at the forks, paired or not
 */
public record Pairs(List<Integer> base, List<Integer> head, Looks looks) {

  /** The pairs of two results; none if their forks took no turns with each other. */
  public static Pairs of(Result was, Result is) {
    Map<Integer, Integer> known = new HashMap<>();
    List<Turns> bases = was.circumstances().turns();
    for (int i = 0; i < bases.size(); i++) {
      known.put(bases.get(i).pair(), i);
    }
    List<Integer> base = new ArrayList<>();
    List<Integer> head = new ArrayList<>();
    List<Turns> heads = is.circumstances().turns();
    for (int i = 0; i < heads.size(); i++) {
      Integer partner = known.get(heads.get(i).pair());
      if (partner != null && bases.get(partner).order().equals(heads.get(i).order())) {
        base.add(partner);
        head.add(i);
      }
    }
    return new Pairs(base, head, is.circumstances().looks());
  }

  boolean isEmpty() {
    return base.isEmpty();
  }

  /** Whether there is a fork for each number: JMH leaves a metric out of a fork that lacks it. */
  public boolean fit(List<Fork> bases, List<Fork> heads) {
    return base.stream().allMatch(i -> i < bases.size())
        && head.stream().allMatch(i -> i < heads.size());
  }

  List<Fork> ofBase(List<Fork> forks) {
    return base.stream().map(forks::get).toList();
  }

  List<Fork> ofHead(List<Fork> forks) {
    return head.stream().map(forks::get).toList();
  }
}
