package dev.tenfold.config;

import dev.tenfold.judge.Policy;
import dev.tenfold.run.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code tenfold.yaml} says.
 *
 * @param suites in the order of the file; at least one, the first is the default
 * @param policy by which verdicts are reached
 * @param requireBaseline whether it is an error that there is nothing to compare with
 */
public record Config(List<Suite> suites, Policy policy, boolean requireBaseline) {
  public Config {
    if (suites.isEmpty()) {
      throw new IllegalArgumentException("There is always a suite.");
    }
    suites = List.copyOf(suites);
  }

  /**
   * The suite of this name, or the default one.
   *
   * @throws InputException if there is none of this name
   */
  public Suite suite(Optional<String> name) {
    Map<String, Suite> byName = new LinkedHashMap<>();
    suites.forEach(suite -> byName.put(suite.name(), suite));
    Suite found = byName.get(name.orElse(suites.get(0).name()));
    if (found == null) {
      throw new InputException(
          "There is no suite \"%s\"; tenfold.yaml has: %s."
              .formatted(name.orElseThrow(), String.join(", ", byName.keySet())));
    }
    return found;
  }
}
