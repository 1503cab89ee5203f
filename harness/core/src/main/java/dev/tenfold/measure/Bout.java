package dev.tenfold.measure;

import dev.tenfold.run.Conditions;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One go at one benchmark: a pair of forks that took turns, a whole fork of each side one after the
 * other, or a fork of one side alone.
 *
 * @param forks how the fork of each side ended. Where one of a pair broke, the other was stopped
 *     for it and stands here no more
 * @param order who went first in each round of turns, as {@link dev.tenfold.run.Turns} has it;
 *     empty if no turns were taken
 * @param turn how long a turn was; empty if no turns were taken
 * @param alone why two sides took no turns, as a clause; empty if they did
 * @param took from the start of the first JVM to the end of the last, earlier tries included
 * @param conditions what else the machine did meanwhile
 * @param disturbances why earlier tries of this bout were thrown away, one for each
 */
public record Bout(
    Map<Side, ForkOutcome> forks,
    Optional<String> order,
    Optional<Duration> turn,
    Optional<String> alone,
    Duration took,
    Conditions conditions,
    List<String> disturbances) {
  public Bout {
    Map<Side, ForkOutcome> sorted = new EnumMap<>(Side.class);
    sorted.putAll(forks);
    forks = Collections.unmodifiableMap(sorted);
    disturbances = List.copyOf(disturbances);
  }
}
