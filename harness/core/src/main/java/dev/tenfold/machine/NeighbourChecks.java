package dev.tenfold.machine;

import dev.tenfold.machine.Symptom.Question;
import dev.tenfold.run.Conditions;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Who else wants the processors now. */
record NeighbourChecks(KernelFiles files, Enclosure enclosure, Conditions now) {
  private static final double MOST_FOREIGN = 0.05;
  private static final double MOST_STOLEN = 0.01;
  private static final double MOST_WAITED = 0.05;
  private static final double MOST_LOAD_PER_CORE = 0.25;
  private static final String WHO =
      "stop what is on top of: ps -eo pid,pcpu,args --sort=-pcpu | head";

  private static final Question RUNS =
      new Question("another JMH", "two that measure at once measure each other");
  private static final Question FOREIGN =
      new Question("other processes", "they take cores, caches and memory bandwidth");
  private static final Question STOLEN =
      new Question("stolen time", "the hypervisor stops this machine while others run");
  private static final Question WAITED =
      new Question("processor pressure", "a thread that waits for a core is measured as slow");
  private static final Question LOAD =
      new Question("load", "what ran during the last minute may run again in the next");

  List<Symptom> symptoms() {
    return List.of(runs(), foreign(), stolen(), waited(), load());
  }

  /** Whoever sees process 1 sees all of them; see hidepid in proc(5). */
  private Symptom runs() {
    if (files.word("proc/1/cmdline").isEmpty()) {
      return RUNS.unknown();
    }
    Optional<String> other =
        files.names("proc", "\\d+").stream()
            .filter(
                pid ->
                    files
                        .text("proc/" + pid + "/cmdline")
                        .filter(command -> command.contains("org.openjdk.jmh."))
                        .isPresent())
            .findFirst();
    if (other.isPresent()) {
      return RUNS.unfit(
          "process " + other.get(),
          "wait for its end: tail --pid=%s -f /dev/null".formatted(other.get()));
    }
    return enclosure.container()
        ? RUNS.unknown("none in this container, which does not show what runs outside")
        : RUNS.fit("none");
  }

  private Symptom foreign() {
    return share(FOREIGN, now.processor().foreign(), MOST_FOREIGN, "of the processor time", WHO);
  }

  /** A guest on which nothing was stolen since its start is one that is not told of it. */
  private Symptom stolen() {
    boolean told = Counters.ticks(files).filter(ticks -> ticks.stolen() > 0).isPresent();
    if (!told && enclosure.virtual().orElse(true)) {
      return STOLEN.unknown();
    }
    return share(
        STOLEN,
        now.processor().stolen(),
        MOST_STOLEN,
        "of the processor time",
        "measure on cores of its own, or trust only base and head side by side");
  }

  private Symptom waited() {
    return share(WAITED, now.waited(), MOST_WAITED, "of the time some process waited", WHO);
  }

  private static Symptom share(
      Question question, OptionalDouble share, double most, String what, String mend) {
    return share.isEmpty()
        ? question.unknown()
        : question.answer(
            share.getAsDouble() <= most,
            String.format(Locale.ROOT, "%.1f %% %s, just now", 100 * share.getAsDouble(), what),
            mend);
  }

  private Symptom load() {
    Optional<Integer> cores = Cores.allowed(files).map(BitSet::cardinality);
    if (now.load().isEmpty() || cores.isEmpty()) {
      return LOAD.unknown();
    }
    double load = now.load().getAsDouble();
    return LOAD.answer(
        load <= MOST_LOAD_PER_CORE * cores.get(),
        String.format(Locale.ROOT, "%.2f over the last minute on %d cores", load, cores.get()),
        WHO);
  }
}
