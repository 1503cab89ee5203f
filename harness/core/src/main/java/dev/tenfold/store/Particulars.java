package dev.tenfold.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must be the same for two tries to be of one measurement: its jars, its machine, its options.
 *
 * @param values by a name for people, such as {@code seed}; texts that are only compared, empty
 *     where nothing is said
 */
public record Particulars(SortedMap<String, String> values) {
  public Particulars {
    values = new TreeMap<>(values);
  }

  /** These without some. */
  public Particulars without(Collection<String> names) {
    SortedMap<String, String> fewer = new TreeMap<>(values);
    fewer.keySet().removeAll(names);
    return new Particulars(fewer);
  }

  /** These and one more. */
  public Particulars with(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new Particulars(more);
  }

  /** In what others differ, each as a clause; empty if they are the same. */
  public List<String> differences(Particulars others) {
    SortedSet<String> names = new TreeSet<>(values.keySet());
    names.addAll(others.values.keySet());
    List<String> clauses = new ArrayList<>();
    for (String name : names) {
      String mine = values.getOrDefault(name, "");
      String theirs = others.values.getOrDefault(name, "");
      if (!mine.equals(theirs)) {
        clauses.add("%s: %s there, %s here".formatted(name, shown(mine), shown(theirs)));
      }
    }
    return clauses;
  }

  private static String shown(String value) {
    return value.isEmpty() ? "not given" : value;
  }
}
