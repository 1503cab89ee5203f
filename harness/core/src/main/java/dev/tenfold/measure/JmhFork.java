package dev.tenfold.measure;

import dev.tenfold.run.BenchmarkId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One fork: one benchmark with one set of parameters in one JVM.
 *
 * <p>JMH's exit code alone says too little: it is 0 when a benchmark threw or ended the JVM. A fork
 * counts if the request was served, its file parses, it holds the one expected entry, and that has
 * the expected number of iterations.
 *
 * @param task what is measured, and in which iterations
 * @param options of the measured JVM
 * @param place in which it waits for its turn, as {@code dev.tenfold.probe.Turn} takes it; empty if
 *     it measures alone
 */
record JmhFork(Task task, ForkOptions options, Optional<String> place) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * Runs it in the JVMs of a host.
   *
   * @param file to which JMH writes; removed afterwards, so that what one fork left is never taken
   *     for the next one's
   */
  ForkOutcome run(Host host, Path file, Duration deadline) {
    Host.Ending ending = host.ask(request(file), deadline);
    try {
      return ending.exitCode() == 0
          ? check(JSON.readTree(Files.readAllBytes(file)), ending)
          : new ForkOutcome.Broken(ending.reason());
    } catch (IOException | JacksonException e) {
      return new ForkOutcome.Broken(ending.reason());
    } finally {
      delete(file);
    }
  }

  List<String> request(Path file) {
    BenchmarkId id = task.id();
    List<String> request = new ArrayList<>();
    request.add("fork");
    id.params().forEach((name, value) -> request.add(encode(name) + "=" + encode(value)));
    request.add("--");
    request.add("^\\Q" + id.method() + "\\E$");
    request.addAll(List.of("-bm", id.mode().label(), "-t", Integer.toString(id.threads())));
    request.addAll(List.of("-f", "1", "-wf", "0", "-foe", "true"));
    // The turn comes first: the others' readings then begin when it has come.
    place.ifPresent(at -> request.addAll(List.of("-prof", "dev.tenfold.probe.Turn:" + at)));
    request.addAll(List.of("-prof", "gc", "-prof", "dev.tenfold.probe.CpuTimeProfiler"));
    request.addAll(List.of("-rf", "json", "-rff", file.toString()));
    Shape shape = task.shape();
    request.addAll(List.of("-wi", Integer.toString(shape.warmups())));
    request.addAll(List.of("-i", Integer.toString(shape.iterations())));
    if (!shape.isSingleShot()) {
      request.addAll(List.of("-w", jmhTime(shape.warmupTime())));
      request.addAll(List.of("-r", jmhTime(shape.iterationTime())));
    }
    if (!options.jvmArgsAppend().isEmpty()) {
      request.add("-jvmArgsAppend");
      request.add(
          options.jvmArgsAppend().stream()
              .map(arg -> arg.contains(" ") ? '"' + arg + '"' : arg)
              .collect(Collectors.joining(" ")));
    }
    return request;
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

  private ForkOutcome check(JsonNode json, Host.Ending ending) {
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

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
