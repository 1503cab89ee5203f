package dev.tenfold.config;

import dev.tenfold.judge.Clauses;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.measure.ForkOptions;
import dev.tenfold.measure.Requirement;
import dev.tenfold.measure.Selection;
import dev.tenfold.measure.Service;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads {@code tenfold.yaml}. Its keys are described in the README, next to an example. */
public final class ConfigFile {
  /** The name by which the file is looked for. */
  public static final String NAME = "tenfold.yaml";

  private ConfigFile() {}

  /** What holds where there is no file: one suite of everything, the standard policy. */
  public static Config none(Path java) {
    ForkOptions options = ForkOptions.declared(java);
    Suite all = Suite.of(Suite.ALL, Selection.all(), options);
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
    Map<String, YamlTree> top =
        root.get()
            .entries(
                "suites", "requires", "services", "thresholds", "budgets", "waivers", "policy");
    List<Requirement> requirements = all(top, "requires", SuiteKeys::requirement);
    List<Service> services = all(top, "services", SuiteKeys::service);
    List<Suite> suites = new ArrayList<>();
    if (top.containsKey("suites")) {
      top.get("suites")
          .entries()
          .forEach(
              (name, suite) ->
                  suites.add(SuiteKeys.suite(name, suite, java, requirements, services)));
    }
    Suite everything =
        Suite.of(Suite.ALL, Selection.all().requiring(requirements), ForkOptions.declared(java))
            .servedBy(services);
    Map<String, YamlTree> policy =
        top.containsKey("policy")
            ? top.get("policy")
                .entries("alpha", "screen", "equivalence", "fail-on", "require-baseline", "sizes")
            : Map.of();
    return new Config(
        suites.isEmpty() ? List.of(everything) : suites,
        PolicyKeys.policy(policy, clauses(top, policy)),
        policy.containsKey("require-baseline") && policy.get("require-baseline").yes());
  }

  private static Clauses clauses(Map<String, YamlTree> top, Map<String, YamlTree> policy) {
    return new Clauses(
        all(top, "thresholds", PolicyKeys::limit),
        all(top, "budgets", PolicyKeys::budget),
        all(top, "waivers", PolicyKeys::waiver),
        policy.containsKey("sizes")
            ? new TreeSet<>(all(policy, "sizes", YamlTree::text))
            : Clauses.NONE.sizes());
  }

  /** The JSON Schema of the file, for editors; what it lets pass may still be refused. */
  public static String schema() {
    try (InputStream in = ConfigFile.class.getResourceAsStream("tenfold.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<T> all(
      Map<String, YamlTree> top, String key, Function<YamlTree, T> reader) {
    return top.containsKey(key) ? top.get(key).items().stream().map(reader).toList() : List.of();
  }

  /**
   * An outcome that a policy may forbid, by its name in lower case.
   *
   * @throws InputException if it is none of them
   */
  public static Outcome failOn(String name) {
    return PolicyKeys.failOn(name);
  }
}
