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
 */
public record Circumstances(List<Turns> turns, Optional<String> alone, Looks looks) {
  /** Of forks of which nothing is known but their numbers. */
  public static final Circumstances UNKNOWN =
      new Circumstances(List.of(), Optional.empty(), Looks.ONCE);

  public Circumstances {
    turns = List.copyOf(turns);
  }

  Circumstances first(int forks) {
    return turns.isEmpty() ? this : new Circumstances(turns.subList(0, forks), alone, looks);
  }
}
