package dev.tenfold.measure;

import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Conditions;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The forks of one benchmark on one side, as they come in. */
final class Taken {
  private final List<ObjectNode> entries = new ArrayList<>();
  private final List<Turns> turns = new ArrayList<>();
  private final List<Conditions> conditions = new ArrayList<>();
  private final List<String> disturbances = new ArrayList<>();
  private Optional<String> alone = Optional.empty();

  void add(int number, ObjectNode entry, Bout bout) {
    entries.add(entry);
    bout.order().ifPresent(order -> turns.add(new Turns(number, order)));
    alone = alone.or(bout::alone);
    conditions.add(bout.conditions());
    disturbances.addAll(bout.disturbances());
  }

  List<ObjectNode> entries() {
    return entries;
  }

  Circumstances circumstances(Looks looks) {
    // Some with turns and some without are compared as if none had any.
    boolean all = turns.size() == entries.size();
    return new Circumstances(all ? turns : List.of(), alone, looks, conditions, disturbances);
  }
}
