package dev.tenfold.judge;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a policy says of some benchmarks in particular.
 *
 * @param limits thresholds that differ from the default; the first that fits counts
 * @param budgets what the head must keep to whatever the base did; the first that fits counts
 * @param waivers regressions that are let pass
 * @param sizes names of benchmark parameters with which growth is fitted
 */
public record Clauses(
    List<Limit> limits, List<Budget> budgets, List<Waiver> waivers, SortedSet<String> sizes) {
  /** Nothing in particular; growth is fitted with the parameter {@code size}. */
  public static final Clauses NONE =
      new Clauses(List.of(), List.of(), List.of(), new TreeSet<>(List.of("size")));

  public Clauses {
    limits = List.copyOf(limits);
    budgets = List.copyOf(budgets);
    waivers = List.copyOf(waivers);
    sizes = Collections.unmodifiableSortedSet(new TreeSet<>(sizes));
  }

  /** The same with other thresholds. */
  Clauses with(List<Limit> others) {
    return new Clauses(others, budgets, waivers, sizes);
  }
}
