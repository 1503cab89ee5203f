package dev.tenfold.compare;

import dev.tenfold.run.Jvm;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Settings;
import dev.tenfold.run.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells why two results cannot be compared, if they cannot. */
final class Comparability {
  /** A time that is cut into turns is rounded to whole turns. */
  private static final double ROUNDING = 0.1;

  private Comparability() {}

  static Optional<String> objection(
      Result base, Result head, Origin baseOrigin, Origin headOrigin, Set<Tolerance> tolerated) {
    List<Clash> clashes = new ArrayList<>();
    machine(baseOrigin, headOrigin, clashes);
    jvm(base.jvm(), head.jvm(), clashes);
    settings(base.settings(), head.settings(), clashes);
    clash(
        Tolerance.FORKS,
        "forks",
        base.score().forks().size(),
        head.score().forks().size(),
        clashes);
    clashes.removeIf(clash -> tolerated.contains(clash.kind()));
    if (clashes.isEmpty()) {
      return Optional.empty();
    }
    String differing = clashes.stream().map(Clash::text).collect(Collectors.joining("; "));
    String kinds =
        clashes.stream()
            .map(clash -> clash.kind().toString())
            .distinct()
            .collect(Collectors.joining(","));
    return Optional.of(
        "Base and head were measured differently: %s. Compare all the same with --allow %s."
            .formatted(differing, kinds));
  }

  private static void machine(Origin base, Origin head, List<Clash> clashes) {
    if (base.machine().isPresent() && head.machine().isPresent()) {
      String was = base.machine().map(Machine::id).orElseThrow();
      String is = head.machine().map(Machine::id).orElseThrow();
      clash(Tolerance.MACHINE, "machine", was, is, clashes);
    }
  }

  private static void jvm(Jvm base, Jvm head, List<Clash> clashes) {
    clash(Tolerance.JVM, "JVM version", base.version(), head.version(), clashes);
    clash(Tolerance.JVM, "JVM", base.name(), head.name(), clashes);
    clash(Tolerance.JVM, "JVM build", base.build(), head.build(), clashes);
    clash(Tolerance.JVM, "JMH", base.jmhVersion(), head.jmhVersion(), clashes);
  }

  private static void settings(Settings base, Settings head, List<Clash> clashes) {
    Tolerance kind = Tolerance.ITERATIONS;
    if (!sameTotal(
        base.warmupIterations(), base.warmupTime(), head.warmupIterations(), head.warmupTime())) {
      clash(kind, "warm-ups", base.warmupIterations(), head.warmupIterations(), clashes);
      clash(kind, "warm-up time", base.warmupTime(), head.warmupTime(), clashes);
    }
    clash(kind, "warm-up batch", base.warmupBatchSize(), head.warmupBatchSize(), clashes);
    if (!sameTotal(
        base.iterations(), base.iterationTime(), head.iterations(), head.iterationTime())) {
      clash(kind, "iterations", base.iterations(), head.iterations(), clashes);
      clash(kind, "iteration time", base.iterationTime(), head.iterationTime(), clashes);
    }
    clash(kind, "batch", base.batchSize(), head.batchSize(), clashes);
    clash(Tolerance.JVM_ARGS, "JVM arguments", base.jvmArgs(), head.jvmArgs(), clashes);
  }

  /** Turns cut the same time into more pieces than a run without a base does. */
  private static boolean sameTotal(int was, String wasEach, int is, String isEach) {
    OptionalDouble before = Unit.seconds(wasEach);
    OptionalDouble after = Unit.seconds(isEach);
    return before.isPresent()
        && after.isPresent()
        && Math.abs(was * before.getAsDouble() / (is * after.getAsDouble()) - 1) <= ROUNDING;
  }

  private static void clash(
      Tolerance kind, String what, Object base, Object head, List<Clash> clashes) {
    boolean untold = base.equals("") || head.equals("");
    if (!untold && !Objects.equals(base, head)) {
      clashes.add(new Clash(kind, "%s %s -> %s".formatted(what, base, head)));
    }
  }

  private record Clash(Tolerance kind, String text) {}
}
