package dev.tenfold.config;

import dev.tenfold.compare.Kind;
import dev.tenfold.judge.Limit;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Threshold;
import dev.tenfold.measure.ForkOptions;
import dev.tenfold.measure.Selection;
import dev.tenfold.run.Glob;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code tenfold.yaml}. Its keys are described in the README, next to an example. */
public final class ConfigFile {
  /** The name by which the file is looked for. */
  public static final String NAME = "tenfold.yaml";

  private ConfigFile() {}

  /** What holds where there is no file: one suite of everything, the standard policy. */
  public static Config none(Path java) {
    ForkOptions options = ForkOptions.declared(java);
    Suite all = new Suite(Suite.ALL, Selection.all(), Effort.STANDARD, options, true);
    return new Config(List.of(all), Policy.standard(), false);
  }

  /**
   * Reads a file.
   *
   * @param java home of the JVM that forks are to run in
   * @throws InputException with file and line, if anything in it is not understood
   */
  public static Config read(Path file, Path java) {
    try {
      return parse(file.toString(), Files.readString(file), java);
    } catch (CharacterCodingException e) {
      throw new InputException(file + " is not UTF-8 text.", e);
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Reads the named file, or else the one in this directory, or else in its {@code benchmarks/};
   * where none is, nothing is configured.
   */
  public static Config find(Optional<Path> named, Path directory, Path java) {
    if (named.isPresent()) {
      return read(named.get(), java);
    }
    return Stream.of(directory.resolve(NAME), directory.resolve("benchmarks").resolve(NAME))
        .filter(Files::exists)
        .findFirst()
        .map(file -> read(file, java))
        .orElseGet(() -> none(java));
  }

  static Config parse(String file, String text, Path java) {
    Optional<YamlTree> root = YamlTree.parse(file, text);
    if (root.isEmpty()) {
      return none(java);
    }
    Map<String, YamlTree> top = root.get().entries("suites", "thresholds", "policy");
    List<Suite> suites = new ArrayList<>();
    if (top.containsKey("suites")) {
      top.get("suites").entries().forEach((name, suite) -> suites.add(suite(name, suite, java)));
    }
    Config otherwise = none(java);
    List<Limit> limits = new ArrayList<>();
    if (top.containsKey("thresholds")) {
      top.get("thresholds").items().forEach(limit -> limits.add(limit(limit)));
    }
    Map<String, YamlTree> policy =
        top.containsKey("policy")
            ? top.get("policy")
                .entries("alpha", "screen", "equivalence", "fail-on", "require-baseline")
            : Map.of();
    return new Config(
        suites.isEmpty() ? otherwise.suites() : suites,
        policy(policy, limits),
        policy.containsKey("require-baseline") && policy.get("require-baseline").yes());
  }

  private static Suite suite(String name, YamlTree tree, Path java) {
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
            modes);
    Suite plain = new Suite(name, selection, Effort.STANDARD, ForkOptions.declared(java), true);
    Optional<Profile> profile =
        Optional.ofNullable(keys.get("profile")).map(key -> key.as(Profile::of, ""));
    Suite profiled = profile.map(plain::with).orElse(plain);
    return new Suite(
        name, selection, effort(keys, profiled.effort()), options(keys, profiled.options()), true);
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

  private static Limit limit(YamlTree tree) {
    Map<String, YamlTree> keys = tree.entries("benchmarks", "metric", "relative", "absolute");
    if (!keys.containsKey("relative") && !keys.containsKey("absolute")) {
      throw tree.wrong("a threshold has a relative or an absolute size");
    }
    String metric = keys.containsKey("metric") ? metric(keys.get("metric")) : Metric.SCORE;
    double relative =
        keys.containsKey("relative") ? keys.get("relative").as(Quantity::fraction, "") : 0;
    double absolute =
        keys.containsKey("absolute")
            ? keys.get("absolute").as(ConfigFile::notNegative, "expected a number, not negative")
            : Policy.byDefault(metric.equals(Metric.ALLOCATION), Kind.TURNS).absolute();
    Glob benchmarks =
        new Glob(keys.containsKey("benchmarks") ? keys.get("benchmarks").text() : "*");
    return new Limit(benchmarks, metric, new Threshold(relative, absolute));
  }

  private static double notNegative(String text) {
    double number = Double.parseDouble(text);
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new NumberFormatException();
    }
    return number;
  }

  private static String metric(YamlTree tree) {
    return switch (tree.text()) {
      case "score" -> Metric.SCORE;
      case "allocation" -> Metric.ALLOCATION;
      default -> throw tree.wrong("a threshold is for the metric score or allocation");
    };
  }

  private static Policy policy(Map<String, YamlTree> keys, List<Limit> limits) {
    Policy standard = Policy.standard();
    Set<Outcome> failOn = new LinkedHashSet<>(standard.failOn());
    if (keys.containsKey("fail-on")) {
      failOn.clear();
      for (YamlTree item : keys.get("fail-on").items()) {
        failOn.add(item.as(ConfigFile::failOn, ""));
      }
    }
    double alpha = probability(keys, "alpha", standard.alpha());
    double screen = probability(keys, "screen", Math.max(alpha, standard.screen()));
    if (screen < alpha) {
      throw Objects.requireNonNull(keys.get("screen"))
          .wrong(
              "screen is not less than alpha, or benchmarks that were never suspects would convict");
    }
    return new Policy(
        alpha, screen, probability(keys, "equivalence", standard.equivalence()), limits, failOn);
  }

  /**
   * An outcome that a policy may forbid, by its name in lower case.
   *
   * @throws InputException if it is none of them
   */
  public static Outcome failOn(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "inconclusive" -> Outcome.INCONCLUSIVE;
      case "incomparable" -> Outcome.INCOMPARABLE;
      case "removed" -> Outcome.REMOVED;
      default ->
          throw new InputException(
              "\"%s\" cannot be made to fail: choose of inconclusive, incomparable, removed. Regressions and failures always fail."
                  .formatted(name));
    };
  }

  private static double probability(Map<String, YamlTree> keys, String key, double otherwise) {
    if (!keys.containsKey(key)) {
      return otherwise;
    }
    double value = keys.get(key).as(Quantity::fraction, "");
    if (!(value > 0 && value < 0.5)) {
      throw keys.get(key).wrong(key + " lies between 0 and 50 %");
    }
    return value;
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
