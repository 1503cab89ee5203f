package dev.tenfold.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs {@code tenfold.jar} as a user does: as a process in a directory. Store and temporary files
 * are in that directory too, so that no test meets another, nor what else measures here.
 */
final class Cli {
  /** The top of the project: the folder that holds {@code .mvn}. */
  static final Path PROJECT = project();

  private static final Path JAR = PROJECT.resolve("harness/cli/target/tenfold.jar");

  private static final Set<String> MEASURING = Set.of("check", "run");

  private final Path directory;
  private final List<String> flags = new ArrayList<>();
  private final Map<String, String> variables = new TreeMap<>();
  private final Set<String> unset = new HashSet<>(Set.of("NO_COLOR"));

  private Cli(Path directory) {
    this.directory = directory;
    flags.add("-Djava.io.tmpdir=" + temporary(directory));
    // It lives for seconds: what the second compiler would take, those that are measured need.
    flags.add("-XX:TieredStopAtLevel=1");
    variables.put("TENFOLD_HOME", directory.resolve("home").toString());
  }

  static Cli in(Path directory) {
    return new Cli(directory);
  }

  /** The temporary directory of what runs in a directory. */
  static Path temporary(Path directory) {
    try {
      return Files.createDirectories(directory.resolve("tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The {@code java} that runs this test. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** With a further flag of the JVM. */
  Cli flag(String flag) {
    flags.add(flag);
    return this;
  }

  /** With a variable in the environment. */
  Cli with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** With a variable missing from the environment. */
  Cli without(String variable) {
    variables.remove(variable);
    unset.add(variable);
    return this;
  }

  /** Runs a command to its end. */
  Ended run(String... arguments) {
    return start(arguments).ends();
  }

  Running start(String... arguments) {
    return Running.start(directory, environment(), command(arguments));
  }

  /** Starts something else in the same directory and environment. */
  Running start(List<String> command) {
    return Running.start(directory, environment(), command);
  }

  /** Runs a command to its end on a terminal, with both its streams as one. */
  Ended runOnTerminal(String... arguments) {
    String quoted = "'" + String.join("' '", command(arguments)) + "'";
    return Running.start(
            directory,
            environment(),
            List.of("script", "--quiet", "--return", "--command", quoted, "/dev/null"))
        .ends();
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(flags);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    if (arguments.length > 0 && MEASURING.contains(arguments[0])) {
      command.add("--no-repeat"); // Tests run two at a time, so every fork would be disturbed.
    }
    return command;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.keySet().removeAll(unset);
    environment.putAll(variables);
    return environment;
  }

  private static Path project() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve(".mvn"))) {
      here = here.getParent();
    }
    return here;
  }
}
