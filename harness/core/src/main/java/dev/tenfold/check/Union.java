package dev.tenfold.check;

import dev.tenfold.check.Material.Confirmation;
import dev.tenfold.run.Failure;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Spared;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The materials of all shards as one.
 *
 * <p>They may come from several machines, if each measured base and head side by side: what is
 * compared then never left its machine. The whole is of no machine in that case.
 *
 * @param parts at least one, of different benchmarks
 */
record Union(List<Material> parts) {
  Union {
    boolean stored = parts.stream().anyMatch(p -> p.base().isPresent() && !p.isOneSession());
    if (stored && machines(parts).size() > 1) {
      throw new InputException(
          "The shards were measured on different machines (%s) and compared with stored numbers, which are those of one machine. Measure all shards on one, or give the jar of the base with --base."
              .formatted(named(machines(parts))));
    }
  }

  Material material() {
    List<Run> bases = parts.stream().flatMap(part -> part.base().stream()).toList();
    List<Run> heads = parts.stream().map(Material::head).toList();
    List<Confirmation> fresh = parts.stream().flatMap(p -> p.confirmation().stream()).toList();
    return new Material(
        bases.isEmpty() ? Optional.empty() : Optional.of(united(bases)),
        united(heads),
        fresh.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Confirmation(
                    united(fresh.stream().map(Confirmation::base).toList()),
                    united(fresh.stream().map(Confirmation::head).toList()))));
  }

  /** What a reader must know, if there is anything. */
  Optional<String> note() {
    Set<Machine> machines = machines(parts);
    return machines.size() < 2
        ? Optional.empty()
        : Optional.of(
            "The shards were measured on different machines (%s); base and head of each benchmark on the same."
                .formatted(named(machines)));
  }

  private static Run united(List<Run> runs) {
    List<Result> results = runs.stream().flatMap(run -> run.results().stream()).toList();
    List<Failure> failures = runs.stream().flatMap(run -> run.failures().stream()).toList();
    List<Spared> spared = runs.stream().flatMap(run -> run.spared().stream()).toList();
    List<Origin> origins = runs.stream().map(Run::origin).toList();
    Origin origin =
        new Origin(
            common(origins, Origin::machine),
            common(origins, Origin::revision),
            // The first to begin: base and head of a session then still bear the same time.
            origins.stream().flatMap(o -> o.at().stream()).min(Comparator.<Instant>naturalOrder()),
            common(origins, Origin::jar));
    return new Run(origin, results, failures, spared);
  }

  private static <T> Optional<T> common(
      List<Origin> origins, Function<Origin, Optional<T>> property) {
    Set<Optional<T>> different = origins.stream().map(property).collect(Collectors.toSet());
    return different.size() == 1 ? different.iterator().next() : Optional.empty();
  }

  private static Set<Machine> machines(List<Material> parts) {
    return parts.stream()
        .flatMap(part -> part.head().origin().machine().stream())
        .collect(Collectors.toSet());
  }

  private static String named(Collection<Machine> machines) {
    return machines.stream().map(Machine::id).sorted().collect(Collectors.joining(", "));
  }
}
