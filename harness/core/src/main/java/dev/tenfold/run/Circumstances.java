package dev.tenfold.run;

import java.util.List;
import java.util.Optional;

/**
 * How the forks of a result came about.
 *
 * @param turns of each fork in order, if it took turns with a partner; empty if none did
 * @param alone why forks that were measured beside another side's did not take turns with them, as
 *     a clause; empty where they did, or where there was no other side
 * @param looks after how many forks it was looked whether they are enough
 * @param conditions of the machine during each fork, in order; empty if they are not known
 * @param disturbances why forks were thrown away and measured again, one for each
 */
public record Circumstances(
    List<Turns> turns,
    Optional<String> alone,
    Looks looks,
    List<Conditions> conditions,
    List<String> disturbances) {
  /** Of forks of which nothing is known but their numbers. */
  public static final Circumstances UNKNOWN =
      new Circumstances(List.of(), Optional.empty(), Looks.ONCE, List.of(), List.of());

  public Circumstances {
    turns = List.copyOf(turns);
    conditions = List.copyOf(conditions);
    disturbances = List.copyOf(disturbances);
  }

  /** Of forks of which it is not known what else the machine did. */
  public Circumstances(List<Turns> turns, Optional<String> alone, Looks looks) {
    this(turns, alone, looks, List.of(), List.of());
  }

  Circumstances first(int forks) {
    return new Circumstances(
        turns.subList(0, Math.min(forks, turns.size())),
        alone,
        looks,
        conditions.subList(0, Math.min(forks, conditions.size())),
        disturbances);
  }
}
