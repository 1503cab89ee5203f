package dev.tenfold.machine;

import dev.tenfold.machine.Symptom.Question;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Which processors there are to measure on, and whose they are. */
record ProcessorChecks(KernelFiles files, Enclosure enclosure) {
  private static final String CPUS = "sys/devices/system/cpu";
  private static final Question CORES =
      new Question(
          "cores", "on a single core the collector and the compiler interrupt what is measured");
  private static final Question ISOLATED =
      new Question(
          "isolated cores",
          "the kernel never moves a thread between isolated cores, so all crowd on the first");
  private static final Question SMT =
      new Question("sibling threads", "two threads of one core slow each other down");
  private static final Question VIRTUAL =
      new Question(
          "virtual machine",
          "what other guests do to the clock and the caches cannot be seen from inside");
  private static final Question QUOTA =
      new Question(
          "container quota", "who has used up his quota stands still for the rest of 0.1 s");

  List<Symptom> symptoms() {
    return List.of(cores(), isolated(), siblings(), virtual(), quota());
  }

  private Symptom cores() {
    Optional<BitSet> allowed = Cores.allowed(files);
    Optional<BitSet> online = files.text(CPUS + "/online").flatMap(Cores::parse);
    if (allowed.isEmpty() || online.isEmpty()) {
      return CORES.unknown();
    }
    String found =
        "may use %s of %s".formatted(allowed.get().cardinality(), online.get().cardinality());
    return CORES.answer(
        allowed.get().cardinality() > 1,
        found,
        online.get().cardinality() > 1
            ? keepShellTo(online.get())
            : "measure on a machine with two cores or more");
  }

  private Symptom isolated() {
    Optional<BitSet> allowed = Cores.allowed(files);
    Optional<BitSet> isolated = files.text(CPUS + "/isolated").flatMap(Cores::parse);
    Optional<BitSet> online = files.text(CPUS + "/online").flatMap(Cores::parse);
    if (allowed.isEmpty() || isolated.isEmpty() || online.isEmpty()) {
      return ISOLATED.unknown();
    }
    BitSet usable = online.get();
    usable.andNot(isolated.get());
    boolean trapped = allowed.get().cardinality() > 1 && allowed.get().intersects(isolated.get());
    String found = isolated.get().isEmpty() ? "none" : list(isolated.get());
    return ISOLATED.answer(
        !trapped, trapped ? found + ", which may be used here" : found, keepShellTo(usable));
  }

  private static String keepShellTo(BitSet cores) {
    return "taskset --cpu-list --pid %s $$".formatted(list(cores));
  }

  private static String list(BitSet cores) {
    return cores.stream().mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  private Symptom siblings() {
    Optional<String> active = files.word(CPUS + "/smt/active");
    if (active.equals(Optional.of("1"))) {
      return SMT.unfit("in use", "echo off | sudo tee /%s/smt/control".formatted(CPUS));
    }
    if (active.equals(Optional.of("0"))) {
      return enclosure.virtual().orElse(true)
          ? SMT.unknown("a guest would not see those of its host")
          : SMT.fit("not in use");
    }
    return SMT.unknown();
  }

  private Symptom virtual() {
    return enclosure
        .virtual()
        .map(
            virtual ->
                VIRTUAL.answer(
                    !virtual,
                    virtual ? "yes, the processor says hypervisor" : "no",
                    "measure on hardware, or trust only base and head side by side"))
        .orElseGet(VIRTUAL::unknown);
  }

  private Symptom quota() {
    String where = enclosure.container() ? "in a container" : "in no container";
    OptionalDouble quota = ControlGroup.of(files).quota();
    if (quota.isEmpty()) {
      return QUOTA.unknown();
    }
    return Double.isInfinite(quota.getAsDouble())
        ? QUOTA.fit("none, " + where)
        : QUOTA.unfit(
            String.format(Locale.ROOT, "%.2f cores, %s", quota.getAsDouble(), where),
            "give it whole cores instead: docker run --cpuset-cpus 0-1 ..., without --cpus");
  }
}
