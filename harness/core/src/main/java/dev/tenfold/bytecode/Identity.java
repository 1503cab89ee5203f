package dev.tenfold.bytecode;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a benchmark of the head can differ from the base's at all.
 *
 * @param benchmark fully qualified, {@code package.Class.method}; all its modes and parameters
 * @param reach what was compared, in words; empty if nothing was
 * @param unknown why it cannot be told; a sentence
 * @param changes what differs; what most likely is the cause comes first
 */
public record Identity(
    String benchmark, String reach, Optional<String> unknown, List<Change> changes) {
  private static final int SHOWN = 8;

  public Identity {
    changes =
        changes.stream()
            .sorted(Comparator.comparing(Change::how).thenComparing(Change::what))
            .toList();
  }

  static Identity unknown(String benchmark, String because) {
    return new Identity(benchmark, "", Optional.of(because), List.of());
  }

  /** Whether the two cannot differ; then there is nothing to be measured. */
  public boolean identical() {
    return unknown.isEmpty() && changes.isEmpty();
  }

  /** What was found and why, in sentences for people. */
  public String explanation() {
    if (unknown.isPresent()) {
      return "%s must be measured. %s".formatted(benchmark, unknown.get());
    }
    if (changes.isEmpty()) {
      return "%s is identical in base and head. %s".formatted(benchmark, reach);
    }
    List<String> words = changes.stream().limit(SHOWN).map(Change::words).toList();
    String more = changes.size() > SHOWN ? ", and %d more".formatted(changes.size() - SHOWN) : "";
    return "%s must be measured: %s%s. %s"
        .formatted(benchmark, String.join(", ", words), more, reach);
  }
}
