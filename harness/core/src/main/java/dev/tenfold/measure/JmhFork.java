package dev.tenfold.measure;

import dev.tenfold.run.BenchmarkId;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One fork: a JMH process for one benchmark with one set of parameters.
 *
 * <p>JMH's exit code alone says too little: it is 0 when a benchmark threw or ended the JVM. A fork
 * counts if the process ended with 0, its file parses, it holds the one expected entry, and that
 * has the expected number of iterations.
 */
final class JmhFork {
  private static final JsonMapper JSON = JsonMapper.shared();

  private JmhFork() {}

  static ForkOutcome run(BenchmarkJar jar, Task task, ForkOptions options, Workspace workspace) {
    Path file = workspace.file("fork.json");
    HostProcess.Ending ending =
        HostProcess.run(
            command(jar, task, options, workspace, file), options.deadline(task.shape()));
    try {
      return ending.exitCode() == 0
          ? check(task, JSON.readTree(Files.readAllBytes(file)), ending)
          : new ForkOutcome.Broken(ending.reason());
    } catch (IOException | JacksonException e) {
      return new ForkOutcome.Broken(ending.reason());
    } finally {
      delete(file);
    }
  }

  static List<String> command(
      BenchmarkJar jar, Task task, ForkOptions options, Workspace workspace, Path file) {
    BenchmarkId id = task.id();
    List<String> command = new ArrayList<>();
    command.add(options.javaCommand().toString());
    command.addAll(List.of("-cp", workspace.classPath(jar), "dev.tenfold.probe.Host"));
    // Encoded, because a command line carries only what the system's own character set has.
    id.params().forEach((name, value) -> command.add(encode(name) + "=" + encode(value)));
    command.add("--");
    command.add("^\\Q" + id.method() + "\\E$");
    command.addAll(List.of("-bm", id.mode().label(), "-t", Integer.toString(id.threads())));
    command.addAll(List.of("-f", "1", "-wf", "0", "-foe", "true"));
    command.addAll(List.of("-prof", "gc", "-prof", "dev.tenfold.probe.CpuTimeProfiler"));
    command.addAll(List.of("-rf", "json", "-rff", file.toString()));
    options.warmups().ifPresent(n -> command.addAll(List.of("-wi", Integer.toString(n))));
    options.iterations().ifPresent(n -> command.addAll(List.of("-i", Integer.toString(n))));
    options.warmupTime().ifPresent(time -> command.addAll(List.of("-w", jmhTime(time))));
    options.iterationTime().ifPresent(time -> command.addAll(List.of("-r", jmhTime(time))));
    if (!options.jvmArgsAppend().isEmpty()) {
      command.add("-jvmArgsAppend");
      command.add(
          options.jvmArgsAppend().stream()
              .map(arg -> arg.contains(" ") ? '"' + arg + '"' : arg)
              .collect(Collectors.joining(" ")));
    }
    return command;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** In the largest unit that JMH knows and that loses nothing. */
  private static String jmhTime(Duration time) {
    long nanos = time.toNanos();
    if (nanos % 1_000_000 == 0) {
      return nanos / 1_000_000 + "ms";
    }
    return nanos % 1_000 == 0 ? nanos / 1_000 + "us" : nanos + "ns";
  }

  private static ForkOutcome check(Task task, JsonNode json, HostProcess.Ending ending) {
    if (!json.isArray() || json.size() != 1 || !(json.get(0) instanceof ObjectNode entry)) {
      return new ForkOutcome.Broken(
          json.isArray() && json.isEmpty()
              ? ending.reason()
              : "JMH wrote %s results where one was expected".formatted(json.size()));
    }
    String method = entry.path("benchmark").asString("");
    String mode = entry.path("mode").asString("");
    if (!method.equals(task.id().method()) || !mode.equals(task.id().mode().label())) {
      return new ForkOutcome.Broken("JMH measured %s in mode %s instead".formatted(method, mode));
    }
    JsonNode primary = entry.path("primaryMetric");
    JsonNode rows =
        primary.has("rawData") ? primary.get("rawData") : primary.path("rawDataHistogram");
    int expected = entry.path("measurementIterations").asInt(0);
    if (rows.size() != 1 || rows.get(0).size() != expected) {
      return new ForkOutcome.Broken(
          "%s of %s iterations were measured; the measured JVM ended early (does the benchmark call System.exit?)"
              .formatted(rows.isEmpty() ? 0 : rows.get(0).size(), expected));
    }
    return new ForkOutcome.Finished(entry);
  }

  /** A file left by one fork must not be taken for the next one's. */
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
