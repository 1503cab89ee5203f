package dev.tenfold.config;

import dev.tenfold.measure.ForkOptions;
import dev.tenfold.measure.Requirement;
import dev.tenfold.measure.Selection;
import dev.tenfold.measure.Service;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what is measured and how: a suite, what its benchmarks require, what serves them. */
final class SuiteKeys {
  private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]*";
  private static final String CLASS = "[\\p{L}_$][\\p{L}\\p{N}_$.]*";

  private SuiteKeys() {}

  static Suite suite(
      String name,
      YamlTree tree,
      Path java,
      List<Requirement> requirements,
      List<Service> services) {
    if (!name.matches(Suite.NAME)) {
      throw tree.wrong(
          "a suite is named with lower-case letters, digits and dashes, not \"" + name + "\"");
    }
    Map<String, YamlTree> keys =
        tree.entries(
            "include",
            "exclude",
            "params",
            "modes",
            "compare",
            "threads",
            "profile",
            "forks",
            "confirm-forks",
            "budget",
            "jvm",
            "warmup-iterations",
            "warmup-time",
            "iterations",
            "iteration-time",
            "jvm-args-append",
            "turn",
            "patience");
    Map<String, List<String>> params = new LinkedHashMap<>();
    if (keys.containsKey("params")) {
      keys.get("params").entries().forEach((param, values) -> params.put(param, texts(values)));
    }
    Set<Mode> modes = new LinkedHashSet<>();
    list(keys, "modes").forEach(mode -> modes.add(mode.as(Mode::of, "")));
    Selection selection =
        new Selection(
            globs(keys, "include"),
            globs(keys, "exclude"),
            params,
            number(keys, "threads", 1),
            modes,
            requirements);
    Suite plain = Suite.of(name, selection, ForkOptions.declared(java)).servedBy(services);
    Optional<Profile> profile =
        Optional.ofNullable(keys.get("profile")).map(key -> key.as(Profile::of, ""));
    Suite profiled = profile.map(plain::with).orElse(plain);
    boolean compared = !keys.containsKey("compare") || keys.get("compare").yes();
    return new Suite(
        name,
        selection,
        effort(keys, profiled.effort()),
        options(keys, profiled.options()),
        services,
        compared,
        true);
  }

  private static Effort effort(Map<String, YamlTree> keys, Effort from) {
    Effort effort = from;
    if (keys.containsKey("forks")) {
      effort = effort.screening(looks(keys.get("forks"), 1));
    }
    if (keys.containsKey("confirm-forks")) {
      effort = effort.confirming(looks(keys.get("confirm-forks"), 2));
    }
    if (keys.containsKey("turn")) {
      effort = effort.inTurnsOf(keys.get("turn").as(Quantity::turn, ""));
    }
    if (keys.containsKey("jvm")) {
      effort = effort.in(keys.get("jvm").as(JvmMode::of, ""));
    }
    return keys.containsKey("budget")
        ? effort.within(keys.get("budget").as(Quantity::duration, ""))
        : effort;
  }

  /** One number of forks, or several in ascending order. */
  private static Looks looks(YamlTree tree, int least) {
    if (!tree.isList()) {
      return new Looks(List.of(tree.number(least)));
    }
    List<Integer> at = tree.items().stream().map(item -> item.number(least)).toList();
    if (at.isEmpty()) {
      throw tree.wrong("expected a number of forks here, or several: [5, 10, 15]");
    }
    try {
      return new Looks(at);
    } catch (IllegalArgumentException e) {
      throw tree.wrong("numbers of forks ascend: [5, 10, 15]");
    }
  }

  private static ForkOptions options(Map<String, YamlTree> keys, ForkOptions from) {
    OptionalInt warmups = number(keys, "warmup-iterations", 0);
    OptionalInt iterations = number(keys, "iterations", 1);
    return new ForkOptions(
        from.java(),
        warmups.isPresent() ? warmups : from.warmups(),
        time(keys, "warmup-time").or(from::warmupTime),
        iterations.isPresent() ? iterations : from.iterations(),
        time(keys, "iteration-time").or(from::iterationTime),
        list(keys, "jvm-args-append").stream().map(YamlTree::text).toList(),
        time(keys, "patience").orElse(from.patience()));
  }

  static Requirement requirement(YamlTree tree) {
    Map<String, YamlTree> keys = tree.entries("benchmarks", "java");
    return new Requirement(
        new Glob(tree.required(keys, "benchmarks").text()), tree.required(keys, "java").number(8));
  }

  static Service service(YamlTree tree) {
    Map<String, YamlTree> keys = tree.entries("benchmarks", "main", "provides");
    List<String> provides =
        tree.required(keys, "provides").items().stream()
            .map(name -> name.matching(VARIABLE, "expected the name of an environment variable"))
            .toList();
    if (provides.isEmpty()) {
      throw tree.wrong("a service provides at least one environment variable");
    }
    tree.required(keys, "benchmarks");
    return new Service(
        globs(keys, "benchmarks"),
        tree.required(keys, "main").matching(CLASS, "expected the name of a class"),
        provides);
  }

  private static List<Glob> globs(Map<String, YamlTree> keys, String key) {
    return list(keys, key).stream().map(YamlTree::text).map(Glob::new).toList();
  }

  private static List<String> texts(YamlTree tree) {
    return tree.items().stream().map(YamlTree::text).toList();
  }

  private static List<YamlTree> list(Map<String, YamlTree> keys, String key) {
    return keys.containsKey(key) ? keys.get(key).items() : List.of();
  }

  private static OptionalInt number(Map<String, YamlTree> keys, String key, int least) {
    return keys.containsKey(key)
        ? OptionalInt.of(keys.get(key).number(least))
        : OptionalInt.empty();
  }

  private static Optional<Duration> time(Map<String, YamlTree> keys, String key) {
    return keys.containsKey(key)
        ? Optional.of(keys.get(key).as(Quantity::duration, ""))
        : Optional.empty();
  }
}
