package dev.tenfold.machine;

import dev.tenfold.machine.Symptom.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Whether the memory of the measured JVMs stays where it is, and as it is. */
record MemoryChecks(KernelFiles files) {
  private static final String HUGE = "sys/kernel/mm/transparent_hugepage/enabled";
  private static final Pattern CHOSEN = Pattern.compile("\\[(\\w+)]");
  private static final double KIB_PER_GIB = 1 << 20;

  /** What a JVM takes by default at most; a quarter of it all. */
  private static final double LEAST_FREE = 0.25;

  private static final Question FREE =
      new Question("free memory", "a JVM takes up to a quarter of the memory by default");
  private static final Question SWAP =
      new Question("swap", "what was written out must be read back within a measurement");
  private static final Question PAGES =
      new Question(
          "huge pages", "which pages the kernel joins in the background differs from JVM to JVM");

  List<Symptom> symptoms() {
    return List.of(free(), swap(), pages());
  }

  private Symptom free() {
    OptionalLong all = kib("MemTotal:");
    OptionalLong free = kib("MemAvailable:");
    if (free.isEmpty() || all.orElse(0) == 0) {
      return FREE.unknown();
    }
    return FREE.answer(
        free.getAsLong() >= LEAST_FREE * all.getAsLong(),
        String.format(
            Locale.ROOT,
            "%.1f of %.1f GiB",
            free.getAsLong() / KIB_PER_GIB,
            all.getAsLong() / KIB_PER_GIB),
        "stop what takes it: ps -eo pid,rss,args --sort=-rss | head");
  }

  private Symptom swap() {
    OptionalLong all = kib("SwapTotal:");
    OptionalLong free = kib("SwapFree:");
    if (all.isEmpty() || free.isEmpty()) {
      return SWAP.unknown();
    }
    double used = all.getAsLong() - free.getAsLong();
    // A few idle daemons written out long ago do no harm.
    return SWAP.answer(
        used <= kib("MemTotal:").orElse(0) / 100.0,
        all.getAsLong() == 0
            ? "none"
            : String.format(Locale.ROOT, "%.2f GiB in use", used / KIB_PER_GIB),
        "sudo swapoff --all");
  }

  private Symptom pages() {
    Optional<String> chosen =
        files
            .text(HUGE)
            .flatMap(modes -> CHOSEN.matcher(modes).results().findFirst())
            .map(match -> match.group(1));
    return chosen
        .map(mode -> PAGES.answer(!mode.equals("always"), mode, "echo madvise | sudo tee /" + HUGE))
        .orElseGet(PAGES::unknown);
  }

  private OptionalLong kib(String key) {
    return files
        .value("proc/meminfo", key)
        .filter(size -> size.endsWith(" kB"))
        .map(size -> KernelFiles.number(size.substring(0, size.length() - 3)))
        .orElseGet(OptionalLong::empty);
  }
}
