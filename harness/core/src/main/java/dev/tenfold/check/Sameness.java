package dev.tenfold.check;

import dev.tenfold.bytecode.Identities;
import dev.tenfold.bytecode.Identity;
import dev.tenfold.measure.Task;
import dev.tenfold.run.Spared;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which benchmarks run the same code in two jars, so that there is nothing to be measured.
 *
 * @param base the jar of the base
 * @param head the jar of the head
 * @param given to the measured JVMs, the same to both: arguments and values of parameters
 */
record Sameness(Path base, Path head, List<String> given) {

  /** The benchmarks that cannot differ. */
  List<Spared> among(List<Task> both) {
    try (Identities identities = Identities.between(base, head)) {
      Map<String, Identity> known = new HashMap<>();
      return both.stream()
          .map(Task::id)
          .flatMap(
              id -> {
                Identity identity =
                    known.computeIfAbsent(id.method(), method -> identities.of(method, given));
                return identity.identical()
                    ? Optional.of(new Spared(id, identity.explanation())).stream()
                    : Optional.<Spared>empty().stream();
              })
          .toList();
    }
  }

  /** For each of these methods, whether it is measured and why: a few sentences. */
  List<String> explained(Collection<String> methods) {
    try (Identities identities = Identities.between(base, head)) {
      return methods.stream().map(method -> identities.of(method, given).explanation()).toList();
    }
  }
}
