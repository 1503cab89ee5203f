package dev.tenfold.html;

import dev.tenfold.judge.Verdict;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A property of where the numbers come from, on both sides.
 *
 * @param property what it is
 * @param base harmless
 * @param head harmless
 */
record Source(String property, String base, String head) {
  private static final String UNKNOWN = "unknown";

  /** All that is known, from the revision to the layout of objects. */
  static List<Source> of(Verdict verdict) {
    return List.of(
        of("Revision", verdict, Origin::revision),
        of("Jar, SHA-256", verdict, Origin::jar),
        of("Measured from", verdict, origin -> origin.at().map(Object::toString)),
        machine("Machine", verdict, Machine::id),
        machine("Processor", verdict, Machine::cpu),
        machine("Cores", verdict, machine -> Integer.toString(machine.cores())),
        machine("Memory", verdict, machine -> machine.memoryGib() + " GiB"),
        machine("Operating system", verdict, machine -> machine.os() + ", " + machine.kernel()),
        machine("Limits of a container", verdict, Machine::limits),
        machine("JVM", verdict, Machine::jvm),
        machine("Collector", verdict, Machine::collector),
        machine("Object layout", verdict, Machine::objectLayout));
  }

  private static Source machine(String property, Verdict verdict, Function<Machine, String> value) {
    return of(property, verdict, origin -> origin.machine().map(value));
  }

  private static Source of(
      String property, Verdict verdict, Function<Origin, Optional<String>> value) {
    return new Source(property, said(verdict.base(), value), said(verdict.head(), value));
  }

  private static String said(Origin origin, Function<Origin, Optional<String>> value) {
    return value.apply(origin).map(HtmlReport::shown).orElse(UNKNOWN);
  }
}
